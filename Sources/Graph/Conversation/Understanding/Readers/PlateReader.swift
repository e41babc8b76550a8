/// Licence plates: "plate number seven a b c one two three", "my tag is alpha bravo nine", "license plate 7ABC123".
enum PlateReader {
    private static let cues: Set<String> = ["plate", "plates", "tag", "tags", "registration", "reg"]
    private static let fillers: Set<String> = [
        "number", "is", "it's", "reads", "says", "are", "would", "be", "the", "on", "it", "um", "uh", "and", "that's",
    ]

    /// Upper-case letters and digits, two to eight of them, behind a word that announces them.
    static func read(_ words: [String]) -> Reading<String>? {
        for (place, word) in words.enumerated() where cues.contains(word) {
            var index = place + 1
            while index < words.count, index - place < 6, fillers.contains(words[index]) { index += 1 }
            let start = index
            var text = ""
            while index < words.count, text.count <= 8 {
                guard let (piece, length) = piece(words, index) ?? tail(words, index, of: text) else { break }
                text += piece
                index += length
            }
            guard (2...8).contains(text.count) else { continue }
            return Reading(value: text.uppercased(), range: start..<index)
        }
        return nil
    }

    /// The last letters of a plate that is typed in blocks: `ab12 cde`.
    private static func tail(_ words: [String], _ start: Int, of text: String) -> (String, Int)? {
        let word = words[start]
        let isEnd = start + 1 == words.count && word.count == 3 && word.allSatisfy { $0.isLetter }
        return isEnd && text.contains { $0.isNumber } ? (word, 1) : nil
    }

    private static func piece(_ words: [String], _ start: Int) -> (String, Int)? {
        if let digits = DigitWords.piece(words, start) { return digits }
        if let letter = DigitWords.letter(words, start) { return letter }
        // Typed in one: `abc123`.
        let word = words.at(start)
        let isMixed = word.count <= 8 && word.contains { $0.isNumber } && word.contains { $0.isLetter }
        let isBlock =
            word.count <= 4 && !word.isEmpty && word.allSatisfy { $0.isLetter }
            && DigitWords.piece(words, start + 1) != nil
        return isMixed || isBlock ? (word, 1) : nil
    }
}
