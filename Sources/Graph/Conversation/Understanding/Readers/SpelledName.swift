/// A name that is spelled: "s m i t h", "s as in sam m as in mary", "double l", "sierra mike".
struct SpelledName {
    let text: String
    /// The place behind it.
    let end: Int

    /// At least three letters in a row.
    init?(_ words: [String], _ start: Int) {
        var text = ""
        var index = start
        var letters = 0
        while index < words.count {
            if letters > 0, words[index] == "hyphen" || words[index] == "dash" {
                text += "-"
                index += 1
            } else if letters > 0, words[index] == "apostrophe" {
                text += "'"
                index += 1
            } else if let (letter, length) = DigitWords.letter(words, index, acceptsAlphabet: letters > 0) {
                text += letter
                letters += 1
                index += length
            } else if Spellings.fillers.contains(words[index]) || (words[index] == "and" && letters > 0) {
                guard DigitWords.letter(words, index + 1, acceptsAlphabet: false) != nil else { break }
                index += 1
            } else {
                break
            }
        }
        guard letters >= 3 else { return nil }
        (self.text, end) = (text, index)
    }

    /// The parts of a name with the one that was spelled in its right spelling: the last one that begins alike, or the
    /// last.
    func correcting(_ parts: [String]) -> [String] {
        var parts = parts
        let place = parts.lastIndex { $0.first == text.first } ?? (parts.isEmpty ? nil : parts.count - 1)
        guard let place, parts[place].first == text.first else { return parts + [text] }
        parts[place] = text
        return parts
    }
}
