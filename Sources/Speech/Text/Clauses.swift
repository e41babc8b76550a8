/// Cuts a text into what is synthesised at once: sentences, and long sentences at their commas.
///
/// The pieces joined are the text again. The synthesiser reads a whole piece before its first sound, so shorter pieces
/// speak sooner; too short ones lose the melody of the sentence.
enum Clauses {
    /// A sentence longer than this, in characters, is cut at the next comma, semicolon, colon or dash.
    private static let comfortable = 60
    /// Anything longer is cut at a space.
    private static let longestClause = 220

    /// - Parameter longest: characters; the clauses beyond are left out.
    static func split(_ text: String, longest: Int = .max) -> [String] {
        let characters = Array(text)
        var clauses: [String] = []
        var start = 0
        var taken = 0
        for end in 1..<max(1, characters.count) where isCut(characters, start, end) {
            taken += end - start
            guard taken <= longest else { return clauses }
            append(characters[start..<end], to: &clauses)
            start = end
        }
        if start < characters.count, taken + characters.count - start <= longest || clauses.isEmpty {
            append(characters[start...].prefix(longest), to: &clauses)
        }
        return clauses
    }

    /// A piece without a letter or digit belongs to the one before it.
    private static func append(_ piece: ArraySlice<Character>, to clauses: inout [String]) {
        if let last = clauses.indices.last, !piece.contains(where: { $0.isLetter || $0.isNumber }) {
            clauses[last] += String(piece)
        } else {
            clauses.append(String(piece))
        }
    }

    /// Whether a clause that began at `start` ends before `end`: spaces stay with the clause before them.
    private static func isCut(_ text: [Character], _ start: Int, _ end: Int) -> Bool {
        guard text[end - 1].isWhitespace, !text[end].isWhitespace else { return false }
        var last = end - 1
        while last > start, text[last].isWhitespace {
            if text[last].isNewline { return true }
            last -= 1
        }
        // A quote or bracket may follow the mark.
        while last > start, "\"')”’".contains(text[last]) { last -= 1 }
        switch text[last] {
        case "?", "!", "…": return true
        case ".": return !isAbbreviation(text, start, last, before: text[end])
        case ",", ";", ":", "—", "–": return end - start > comfortable
        default: return end - start > longestClause
        }
    }

    /// Whether the full stop at `dot` belongs to an abbreviation or an initial.
    private static func isAbbreviation(
        _ text: [Character], _ start: Int, _ dot: Int, before next: Character
    ) -> Bool {
        var first = dot
        while first > start, !text[first - 1].isWhitespace { first -= 1 }
        let word = String(text[first..<dot]).lowercased()
        if word.hasSuffix("a.m") || word.hasSuffix("p.m") { return next.isLowercase }
        return Abbreviations.titles[word] != nil || word.count == 1 && word != "i" && !word.allSatisfy(\.isNumber)
    }

    /// Samples of silence after a clause, at the embedded voice's rate: 240 ms after a sentence, 110 ms inside one.
    static func pause(after clause: String) -> Int {
        let mark = clause.last { !$0.isWhitespace && !"\"')”’".contains($0) }
        return ".?!…".contains(mark ?? ".") ? FliteVoice.rate * 240 / 1000 : FliteVoice.rate * 110 / 1000
    }
}
