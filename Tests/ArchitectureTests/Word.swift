/// A word of code, with the bytes around it.
struct Word: Sendable {
    let text: String
    /// The byte before it; a space at the beginning of the line.
    let before: UInt8
    /// The byte behind it; a space at the end of the line.
    let after: UInt8

    /// The words of a line of blanked code: identifiers, keywords and numbers.
    static func words(of line: Substring) -> [Word] {
        let bytes = Array(line.utf8)
        var words: [Word] = []
        var position = 0
        while position < bytes.count {
            guard isWord(bytes[position]) else {
                position += 1
                continue
            }
            let start = position
            while position < bytes.count, isWord(bytes[position]) { position += 1 }
            words.append(
                Word(
                    text: String(decoding: bytes[start..<position], as: UTF8.self),
                    before: start > 0 ? bytes[start - 1] : UInt8(ascii: " "),
                    after: position < bytes.count ? bytes[position] : UInt8(ascii: " ")))
        }
        return words
    }

    /// Whether the byte belongs to a word: a letter, a digit, an underscore, or anything beyond ASCII.
    static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}
