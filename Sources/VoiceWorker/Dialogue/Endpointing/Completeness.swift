/// How complete a caller's words are as an answer, from 0, in the middle of a phrase, to 1, nothing is missing.
package enum Completeness {
    /// - Parameter text: recognised words: lower case without punctuation, or written out with it.
    package static func of(_ text: String, profile: AnswerProfile) -> Double {
        let words = Self.words(text)
        guard !words.isEmpty else { return 0.45 }
        return punctuated(text, expected(words, profile: profile))
    }

    /// "Mm-hm" is a yes, and no two fillers.
    private static func words(_ text: String) -> [String] {
        CallerWords.plain(text).split(separator: " ").reduce(into: []) { words, word in
            let isAssent = ["hm", "hmm", "huh"].contains(word) && ["mm", "uh"].contains(words.last)
            if isAssent { words[words.count - 1] = "yeah" } else { words.append(String(word)) }
        }
    }

    private static func expected(_ words: [String], profile: AnswerProfile) -> Double {
        switch profile {
        case .open: clause(words)
        case .yesNo: decision(words)
        case .digits: digits(words)
        case .date: date(words)
        case .name: name(words)
        }
    }

    /// What the recogniser's punctuation adds to it. It sets a full stop behind fragments, too.
    private static func punctuated(_ text: String, _ words: Double) -> Double {
        switch text.last(where: { !$0.isWhitespace && $0 != "\"" }) {
        case ".", "?", "!": words < 0.4 ? words + 0.2 : max(words, 0.92)
        case ",", "-", "–", "—", "…", ":": min(words, 0.2)
        default: words
        }
    }

    /// By grammar alone.
    static func clause(_ words: [String]) -> Double {
        let clause = Clause(words)
        if clause.isTrailing { return 0.03 }
        if clause.isPhraseOpen { return clause.endsInParticle ? 0.45 : 0.06 }
        switch clause.need {
        case .everything: return clause.isClosed ? 0.92 : 0.48
        case .predicate, .subject: return 0.05
        case .verb: return clause.hasPronoun ? 0.1 : 0.4
        case .complement: return clause.isRelative ? 0.45 : clause.followsCopula ? 0.1 : 0.25
        case .perhapsComplement: return 0.4
        case .nothing: return finished(clause)
        }
    }

    private static func finished(_ clause: Clause) -> Double {
        if clause.isSubordinate { return 0.3 }
        if clause.isLikelyModifier { return 0.48 }
        if clause.isBareQuestion { return 0.5 }
        return clause.isClosed ? 0.93 : 0.8
    }
}
