/// Reads the words of a turn from left to right and knows what is still to come: a shallow grammar of spoken English
/// requests, questions and answers. Unknown words count as nouns, or as verbs where only a verb fits.
struct Clause: Hashable, Sendable {
    /// What the clause lacks.
    enum Need: Hashable, Sendable {
        /// Nothing of it was said.
        case everything
        /// "What time …": an auxiliary or a verb.
        case predicate
        /// "Do …", "is …": the subject.
        case subject
        /// "My car …", "can I …": a verb.
        case verb
        /// "I need …", "it is …": what is spoken of.
        case complement
        /// "I drive …": a verb that is not known, which may take an object.
        case perhapsComplement
        case nothing
    }

    var need = Need.everything
    /// The last words promise a noun, a verb or a clause: "for the".
    var isPhraseOpen = false
    /// The last word is a filler or a conjunction: whatever came before, somebody is about to go on.
    var isTrailing = false
    /// The last noun usually describes another: "a test …".
    var isLikelyModifier = false
    /// The last word may be the end of a verb or the beginning of a phrase: "in".
    var endsInParticle = false
    /// The last word is one that often closes a turn.
    var isClosed = false
    /// Of the question's own: "where are you" is whole, and "where are you located" is, too.
    var isBareQuestion = false
    /// The text began with "if", and no second clause has come.
    var isSubordinate = false

    /// It began with a question word.
    var isQuestion = false
    /// The verb is a form of "be".
    var followsCopula = false
    /// A verb other than "be" and its like was said.
    var hasVerb = false
    /// The last word is "to".
    var isInfinitive = false
    /// The subject, or what was taken for it, is a pronoun.
    var hasPronoun = false
    /// The last word but one was "let".
    var isLetting = false
    /// The last word ends in "ing".
    var isGerund = false
    /// A clause inside the clause: "what services you have".
    var isRelative = false
    var previous = ""

    init(_ words: [String]) {
        for (index, word) in words.enumerated() { take(word, isFirst: index == 0) }
    }

    private mutating func take(_ word: String, isFirst: Bool) {
        let wasModifier = isLikelyModifier
        let kind = kind(of: word, behindModifier: wasModifier)
        let isAfterInfinitive = isInfinitive
        isGerund = word.hasSuffix("ing")
        isLetting = previous == "let"
        defer { previous = word }
        (isTrailing, isLikelyModifier, endsInParticle, isClosed, isInfinitive) = (false, false, false, false, false)
        switch kind {
        case .filler: isTrailing = true
        case .interjection: break
        case .closing: close()
        case .conjunction where word == "so" && Self.opinions.contains(previous): fill()
        case .conjunction: begin(isSubordinate: isFirst && word != "and" && word != "so")
        case .subject: takeSubject()
        case .object: takeObject(word)
        case .determiner: isPhraseOpen = true
        case .adverb: takeAdverb(word)
        case .preposition: takePreposition()
        case .adjective: takeAdjective()
        case .particle: takeParticle()
        case .to:
            takePreposition()
            isInfinitive = true
        case .question: ask(word)
        case .copula: takeCopula()
        case .auxiliary: takeAuxiliary(word, isAfterInfinitive: isAfterInfinitive)
        case .subjectIs: (need, followsCopula, isPhraseOpen, hasPronoun) = (.complement, true, false, true)
        case .subjectWould: (need, followsCopula, isPhraseOpen, hasPronoun) = (.verb, false, false, true)
        case .transitive, .intransitive: takeVerb(kind, isAfterInfinitive: isAfterInfinitive)
        case .number: if !isPhraseOpen || need != .complement { fill() }
        case .modifier: takeModifier(isAfterInfinitive: isAfterInfinitive)
        case .other: takeOther(word, isAfterInfinitive: isAfterInfinitive)
        }
    }

    /// A noun that looks like a verb: "a change", "my work".
    private func kind(of word: String, behindModifier: Bool) -> WordClass {
        let kind = WordClass(word)
        if behindModifier, kind == .transitive { return .other }
        guard isPhraseOpen, !isInfinitive, kind == .transitive else { return kind }
        return word.hasSuffix("ing") ? .modifier : .other
    }

    // MARK: Clauses

    private mutating func ask(_ word: String) {
        let isWhole = word.hasSuffix("'s")
        if need == .everything { isQuestion = true } else { isRelative = true }
        if need == .nothing { isSubordinate = false }
        if word == "who" { return (need, hasPronoun, isPhraseOpen, isTrailing) = (.verb, true, false, true) }
        (need, followsCopula, isPhraseOpen) = (isWhole ? .subject : .predicate, isWhole, false)
        isTrailing = !isWhole
    }

    private mutating func begin(isSubordinate: Bool) {
        if isSubordinate { self.isSubordinate = true } else if need == .nothing { self.isSubordinate = false }
        (need, isPhraseOpen, isQuestion, followsCopula, hasVerb) = (.everything, false, false, false, false)
        isTrailing = true
    }

    mutating func close() {
        if need == .complement || need == .perhapsComplement || (need == .verb && !hasPronoun) { need = .nothing }
        isPhraseOpen = false
        isClosed = need == .nothing || need == .everything
    }
}
