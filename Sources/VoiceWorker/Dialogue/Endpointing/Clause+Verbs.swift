/// Verbs, and words that may be one.
extension Clause {
    mutating func takeVerb(_ kind: WordClass, isAfterInfinitive: Bool) {
        let isNoun = isPhraseOpen && !isAfterInfinitive
        if need == .predicate, kind == .intransitive { return }
        if need == .complement, !followsCopula, !isAfterInfinitive, previous != "to", isGerund { return fill() }
        if isNoun || (need == .complement && kind == .intransitive) { return fill() }
        if need == .nothing, !isAfterInfinitive, kind == .transitive, !hasVerb { return }
        (hasVerb, isPhraseOpen, followsCopula, isBareQuestion) = (true, false, false, false)
        need = kind == .transitive && !(isQuestion && need == .verb && !isAfterInfinitive) ? .complement : .nothing
    }

    mutating func takeCopula() {
        isPhraseOpen = false
        switch need {
        case .everything, .predicate: (need, followsCopula, hasPronoun) = (.subject, true, false)
        default: (need, followsCopula) = (.complement, true)
        }
    }

    /// "Can you", "I can", "to have", "don't bother".
    mutating func takeAuxiliary(_ word: String, isAfterInfinitive: Bool) {
        (isPhraseOpen, followsCopula) = (false, false)
        let isFull = ["have", "has", "had", "do", "did", "does"].contains(word)
        if isAfterInfinitive, isFull { return need = .complement }
        switch need {
        case .everything where word == "don't": (need, hasPronoun) = (.verb, true)
        case .everything, .predicate: need = .subject
        case .verb where isFull: need = isQuestion ? .nothing : .complement
        case .nothing where isQuestion: need = .subject
        default: (need, hasPronoun) = (.verb, true)
        }
    }

    mutating func takeOther(_ word: String, isAfterInfinitive: Bool) {
        if isAfterInfinitive, hasVerb, need == .complement {
            (need, isPhraseOpen) = (.perhapsComplement, false)
        } else if isPhraseOpen || need != .verb {
            fill()
        } else if word.hasSuffix("ed") {
            (need, hasVerb) = (.nothing, true)
        } else if hasPronoun {
            (need, hasVerb) = (.perhapsComplement, true)
        }
    }

    /// "A test", "let me check".
    mutating func takeModifier(isAfterInfinitive: Bool) {
        if isAfterInfinitive || (need == .verb && hasPronoun && !isPhraseOpen) {
            return takeVerb(.transitive, isAfterInfinitive: true)
        }
        fill()
        isLikelyModifier = true
    }
}
