/// Nouns and what goes before them.
extension Clause {
    /// A noun phrase is whole: it takes the place that waits for one.
    mutating func fill() {
        isPhraseOpen = false
        switch need {
        case .everything: need = .verb
        case .subject: takeInvertedSubject()
        case .complement, .perhapsComplement: need = .nothing
        case .nothing: isBareQuestion = false
        case .predicate, .verb: break
        }
    }

    /// "Is the shop …", "what is the price": with a question word, nothing need follow.
    mutating func takeInvertedSubject() {
        isBareQuestion = isQuestion && followsCopula && hasPronoun
        need = followsCopula ? (isQuestion ? .nothing : .complement) : .verb
    }

    mutating func takeSubject() {
        hasPronoun = true
        isPhraseOpen = false
        switch need {
        case .subject: takeInvertedSubject()
        default:
            isRelative = need == .nothing
            if isRelative { isSubordinate = false }
            (need, followsCopula) = (.verb, false)
        }
    }

    mutating func takeObject(_ word: String) {
        if word == "that", !isPhraseOpen { return takeThat() }
        if word == "you", previous == "thank" { return close() }
        if isLetting { return (need, isPhraseOpen, hasPronoun) = (.verb, false, true) }
        if need == .nothing, word == "this" || word == "these" { return isPhraseOpen = true }
        hasPronoun = word == "you" || word == "it"
        if Self.givers.contains(previous), Self.receivers.contains(word) { return }
        guard hasPronoun, need == .everything || isTrailingClause else { return fill() }
        (need, isPhraseOpen) = (.verb, false)
    }

    /// "Give me" lacks what is to be given.
    private static let givers: Set<String> = [
        "give", "gives", "gave", "giving", "show", "tell", "send", "put", "bring", "cost", "transfer", "connect",
        "order",
        "get", "set",
    ]
    private static let receivers: Set<String> = ["me", "us", "him", "them", "her"]

    var isTrailingClause: Bool { need == .predicate }

    mutating func takeAdjective() {
        if need == .predicate { return }
        if need == .complement, followsCopula, !isPhraseOpen { return need = .nothing }
        endsInParticle = !isPhraseOpen && need != .complement
        isPhraseOpen = true
    }

    /// "Very" is followed by what it qualifies; "maybe" may be the last word.
    mutating func takeAdverb(_ word: String) {
        if Self.degrees.contains(word) { isTrailing = true } else { isLikelyModifier = true }
    }

    /// "I think so."
    static let opinions: Set<String> = ["think", "guess", "hope", "suppose", "said"]

    private static let degrees: Set<String> = ["very", "really", "quite", "almost", "nearly", "just", "only", "about"]

    /// "Book that" is whole, "that car" is not, "the one that" is not either.
    mutating func takeThat() {
        switch need {
        case .complement, .perhapsComplement:
            fill()
            isLikelyModifier = true
        case .subject where isQuestion: fill()
        case .nothing where isQuestion: isLikelyModifier = true
        case .everything, .subject: isPhraseOpen = true
        default: (need, hasPronoun, isTrailing) = (.verb, true, true)
        }
    }

    /// "Anyone I could talk to" ends with it.
    mutating func takePreposition() {
        isPhraseOpen = true
        endsInParticle = isRelative || (isQuestion && need == .nothing)
    }

    /// "The light is on", "which street are you on".
    mutating func takeParticle() {
        if need == .complement, followsCopula { return need = .nothing }
        if isQuestion, need == .nothing { return }
        endsInParticle = need == .nothing
        isPhraseOpen = true
    }
}
