/// Words and their numbers. Numbers start at 0 and fit in 21 bits, so that three of them fit in one key.
struct WordTable: Sendable {
    /// What stands before the first and after the last word of a sentence.
    static let sentenceStart = 0
    static let sentenceEnd = 1

    private(set) var words: [String] = ["<s>", "</s>"]
    private var numbers: [String: Int] = ["<s>": 0, "</s>": 1]

    var count: Int { words.count }

    /// The word's number; new words are added.
    mutating func number(of word: String) -> Int {
        if let known = numbers[word] { return known }
        precondition(words.count < 1 << 21, "a word number must fit in 21 bits")
        numbers[word] = words.count
        words.append(word)
        return words.count - 1
    }

    /// The sentence as numbers, with its start and end. Capitals are lowered and punctuation parts words, so that
    /// "Monday, 9 a.m." does not become words nobody can say; apostrophes stay.
    mutating func numbers(of sentence: String) -> [Int] {
        let plain = sentence.lowercased().replacing("’", with: "'")
        var result = [Self.sentenceStart]
        for word in plain.split(whereSeparator: { !$0.isLetter && $0 != "'" }) {
            result.append(number(of: String(word)))
        }
        result.append(Self.sentenceEnd)
        return result
    }
}
