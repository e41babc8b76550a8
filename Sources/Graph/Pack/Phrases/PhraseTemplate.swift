/// A sentence with places for values: `See you on {day} at {time}.`
struct PhraseTemplate: Hashable, Sendable {
    enum Piece: Hashable, Sendable {
        case words(String)
        case value(String)
    }

    let pieces: [Piece]

    /// Throws what is wrong with the text, as the rest of a sentence.
    init(_ text: String) throws(PhraseFault) {
        var pieces: [Piece] = []
        var rest = text[...]
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard rest[brace] == "{", let close = rest[brace...].dropFirst().firstIndex(where: { "{}".contains($0) }),
                rest[close] == "}"
            else { throw PhraseFault(what: "has a brace without its partner") }
            if brace > rest.startIndex { pieces.append(.words(String(rest[..<brace]))) }
            pieces.append(.value(String(rest[brace..<close].dropFirst())))
            rest = rest[close...].dropFirst()
        }
        if !rest.isEmpty { pieces.append(.words(String(rest))) }
        self.pieces = pieces
    }

    /// The names of the values it uses.
    var names: [String] {
        pieces.compactMap { if case .value(let name) = $0 { name } else { nil } }
    }

    /// The sentence. A value at the beginning of a sentence gets a capital; a full stop at the end of a value gives way to
    /// the template's own.
    func filled(_ value: (String) -> String) -> String {
        var text = ""
        for (index, piece) in pieces.enumerated() {
            switch piece {
            case .words(let words): text += words
            case .value(let name):
                var words = value(name)
                if words.hasSuffix("."), endsSentence(after: index) { words.removeLast() }
                text += Self.beginsSentence(after: text) ? words.capitalizedStart : words
            }
        }
        return text
    }

    private func endsSentence(after index: Int) -> Bool {
        guard index + 1 < pieces.count, case .words(let words) = pieces[index + 1] else { return false }
        return words.hasPrefix(".")
    }

    private static func beginsSentence(after text: String) -> Bool {
        [". ", "? ", "! "].contains { text.hasSuffix($0) }
    }
}

extension String {
    /// With a capital at the beginning.
    var capitalizedStart: String { prefix(1).uppercased() + dropFirst() }
}
