/// An utterance as words: lower case, without punctuation, with spoken and typed forms made alike.
///
/// `3pm`, `3 p.m.` and `three p m` become `3 pm` and `three pm`; `9:30` becomes `9 30`; `555-1234` becomes `555 1234`.
struct Wording: Hashable, Sendable {
    let words: [String]
    /// Each word once: most phrases fail here.
    private let vocabulary: Set<String>

    init(_ text: String) {
        self.init(words: Self.joinMeridiems(Self.split(text)))
    }

    init(words: [String]) {
        self.words = words
        vocabulary = Set(words)
    }

    var isEmpty: Bool { words.isEmpty }
    var count: Int { words.count }

    /// Whether the words occur in this order, next to each other.
    func has(_ phrase: Phrase) -> Bool {
        phrase.words.allSatisfy(vocabulary.contains) && range(of: phrase) != nil
    }

    func has(any phrases: [Phrase]) -> Bool {
        phrases.contains { has($0) }
    }

    func starts(with phrases: [Phrase]) -> Bool {
        phrases.contains { words.starts(with: $0.words) }
    }

    /// The words after the first occurrence of a phrase; `nil` when it does not occur.
    func words(after phrase: Phrase) -> [String]? {
        range(of: phrase).map { Array(words[$0.upperBound...]) }
    }

    /// Where a phrase occurs first.
    func range(of phrase: Phrase) -> Range<Int>? {
        let length = phrase.words.count
        guard length > 0, words.count >= length else { return nil }
        for start in 0...(words.count - length) where words[start..<(start + length)] == phrase.words[...] {
            return start..<(start + length)
        }
        return nil
    }

    /// Letters, digits and apostrophes; a letter after a digit starts a new word, except in an ordinal such as `3rd`.
    private static func split(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        func close() {
            if word.contains(where: { $0 != "'" }) { words.append(contentsOf: parts(of: word)) }
            word = ""
        }
        for character in text.lowercased() {
            if character.isLetter || character.isNumber {
                word.append(character)
            } else if character == "'" || character == "\u{2019}" {
                word.append("'")
            } else {
                close()
            }
        }
        close()
        return words
    }

    private static func parts(of word: String) -> [String] {
        guard let first = word.first, first.isNumber else { return [word] }
        let digits = String(word.prefix { $0.isNumber })
        let rest = String(word.dropFirst(digits.count))
        return rest.isEmpty || ["st", "nd", "rd", "th"].contains(rest) ? [word] : [digits, rest]
    }

    /// `a m` → `am`, `p m` → `pm`, `o clock` → `o'clock`.
    private static func joinMeridiems(_ words: [String]) -> [String] {
        var joined: [String] = []
        for word in words {
            switch (joined.last, word) {
            case ("a", "m"), ("p", "m"):
                joined[joined.count - 1] += "m"
            case ("o", "clock"):
                joined[joined.count - 1] = "o'clock"
            case (_, "oclock"):
                joined.append("o'clock")
            default:
                joined.append(word)
            }
        }
        return joined
    }
}
