/// Phone numbers: "five five five one two three four", "double two", "oh", "twelve thirty four", "555 1234".
enum PhoneReader {
    /// The longest run of digits. `isExpected` also admits words that sound like digits between digits.
    static func read(_ words: [String], isExpected: Bool) -> Reading<String>? {
        var best: Reading<String>?
        var index = 0
        while index < words.count {
            guard let run = run(words, from: index, isExpected: isExpected) else {
                index += 1
                continue
            }
            if run.value.count > (best?.value.count ?? 0) { best = run }
            index = run.range.upperBound
        }
        return best
    }

    private static let soundsLike: [String: String] = [
        "to": "2", "too": "2", "for": "4", "ate": "8", "won": "1", "tree": "3", "sex": "6",
    ]
    private static let fillers: Set<String> = ["um", "uh", "er", "dash", "and", "then", "plus"]

    private static func run(_ words: [String], from start: Int, isExpected: Bool) -> Reading<String>? {
        var digits = ""
        var index = start
        var end = start
        while index < words.count {
            if let (text, length) = piece(words[index...]) {
                digits += text
                index += length
                end = index
            } else if !digits.isEmpty, isExpected, let text = soundsLike[words[index]] {
                digits += text
                index += 1
            } else if !digits.isEmpty, fillers.contains(words[index]) {
                index += 1
            } else {
                break
            }
        }
        guard end > start else { return nil }
        return Reading(value: digits, range: start..<max(end, start + 1))
    }

    /// The digits that start at the first word, and how many words they take.
    private static func piece(_ words: ArraySlice<String>) -> (String, Int)? {
        guard let first = words.first else { return nil }
        if let count = ["double": 2, "triple": 3][first], let next = words.dropFirst().first, let digit = digit(next) {
            return (String(repeating: digit, count: count), 2)
        }
        if let digit = digit(first) {
            return words.dropFirst().first == "hundred" ? (digit + "00", 2) : (digit, 1)
        }
        if first.allSatisfy({ $0.isASCII && $0.isNumber }), !first.isEmpty { return (first, 1) }
        guard let (value, length) = NumberWords.cardinal(words), value >= 10 else { return nil }
        return (String(value), length)
    }

    private static func digit(_ word: String) -> String? {
        if word == "oh" || word == "o" { return "0" }
        guard let value = NumberWords.single(word), value < 10 else { return nil }
        return String(value)
    }
}
