/// Words without case and punctuation, for comparing what was said with what was expected.
///
/// Apostrophes vanish (`don't` is `dont`), so do commas within a number (`29,900` is `29900`); everything else that is
/// neither letter nor digit divides words.
package struct PlainText: Hashable, Sendable {
    /// Lower-case words with single blanks between.
    package let text: String

    package init(_ original: String) {
        var words = ""
        var previous: Character = " "
        let characters = Array(original.lowercased())
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            if character.isLetter || character.isNumber {
                words.append(character)
            } else if character == "'" || character == "’" || (character == "," && previous.isNumber && next.isNumber) {
                continue
            } else if words.last != " " {
                words.append(" ")
            }
            previous = character
        }
        text = words.split(separator: " ").joined(separator: " ")
    }

    /// Whether the other's words occur in these. They may begin and end within a word, but not within a number.
    package func contains(_ other: PlainText) -> Bool {
        guard !other.text.isEmpty else { return false }
        var rest = text[...]
        while let found = rest.firstRange(of: other.text) {
            let before = found.lowerBound == text.startIndex ? nil : text[text.index(before: found.lowerBound)]
            let after = found.upperBound == text.endIndex ? nil : text[found.upperBound]
            if !Self.isOneNumber(before, other.text.first), !Self.isOneNumber(other.text.last, after) { return true }
            rest = rest[text.index(after: found.lowerBound)...]
        }
        return false
    }

    private static func isOneNumber(_ left: Character?, _ right: Character?) -> Bool {
        left?.isNumber == true && right?.isNumber == true
    }
}
