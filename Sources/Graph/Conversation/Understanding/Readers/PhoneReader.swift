/// Phone numbers: "five five five one two three four", "double two", "oh", "twelve thirty four", "555 1234".
///
/// An extension is left out, and so is the country code 1 before ten digits: numbers are stored without either.
enum PhoneReader {
    /// Digits of a number with its area code.
    private static let whole = 10

    /// The longest run of digits. `isExpected` also admits words that sound like digits between digits, and where they make
    /// the number whole, weak vowels for "oh", the one digit that has no consonant to be known by.
    static func read(_ words: [String], isExpected: Bool) -> Reading<String>? {
        let plain = longest(words, isExpected ? soundsLike : [:])
        guard isExpected, let plain, plain.value.count < whole else { return plain }
        let doubtful = longest(words, soundsLike.merging(weakVowels) { digit, _ in digit })
        return doubtful?.value.count == whole ? doubtful : plain
    }

    private static func longest(_ words: [String], _ soundsLike: [String: String]) -> Reading<String>? {
        var best: Reading<String>?
        var index = 0
        while index < words.count {
            guard let run = run(words, from: index, soundsLike) else {
                index += 1
                continue
            }
            if run.value.count > (best?.value.count ?? 0) { best = run }
            index = run.range.upperBound
        }
        guard var best else { return nil }
        if best.value.count == 11, best.value.hasPrefix("1") { best.value.removeFirst() }
        // "The area code is five one two, so five one two …".
        let digits = Array(best.value)
        if digits.count == 13, digits[..<3] == digits[3..<6] { best.value.removeFirst(3) }
        return best
    }

    private static let soundsLike: [String: String] = [
        "to": "2", "too": "2", "for": "4", "ate": "8", "won": "1", "tree": "3", "sex": "6",
    ]
    private static let weakVowels = Dictionary(
        uniqueKeysWithValues: ["a", "all", "are", "at", "of", "or", "our", "owe"].map { ($0, "0") })
    /// May stand between the digits of one number. At most three in a row.
    private static let fillers: Set<String> = [
        "um", "uh", "er", "dash", "and", "then", "plus", "area", "code", "hyphen",
    ]
    /// Said while the next digits are looked for.
    private static let pauses: [Phrase] = [
        "hang on", "hold on", "let me see", "let me think", "let me check", "let me look", "wait a second",
        "one second",
        "one sec", "one moment", "just a second", "just a moment", "give me a second", "wait", "okay", "so",
        "let's see",
    ]
    private static let endings: Set<String> = ["extension", "ext"]

    private static func run(
        _ words: [String], from start: Int, _ soundsLike: [String: String]
    ) -> Reading<String>? {
        var digits = ""
        var index = start
        var end = start
        var pause = 0
        while index < words.count, index - end - pause < 4 {
            let length = digits.isEmpty ? 0 : words.length(ofAny: pauses, at: index)
            if length > 0, pause < 8 {
                pause += length
                index += length
            } else if let (text, length) = DigitWords.piece(words, index) {
                digits += text
                index += length
                (end, pause) = (index, 0)
            } else if !digits.isEmpty, let text = soundsLike[words[index]] {
                digits += text
                index += 1
                (end, pause) = (index, 0)
            } else if !digits.isEmpty, fillers.contains(words[index]) {
                index += 1
            } else {
                break
            }
        }
        guard end > start else { return nil }
        if endings.contains(words.at(index)) || endings.contains(words.at(index + 1)) {
            while index < words.count, endings.contains(words[index]) || Spellings.fillers.contains(words[index]) {
                index += 1
            }
            while let (_, length) = DigitWords.piece(words, index) { index += length }
            end = index
        }
        return Reading(value: digits, range: start..<end)
    }
}
