/// A single word, number or text of a document, as it was written.
package struct DocumentScalar: Hashable, Sendable {
    /// How the type of a scalar is known.
    package enum Style: Hashable, Sendable {
        /// Without quotes: what it is depends on what is expected. `42` can be a number or a text.
        case plain
        /// In quotes or as a block: a text, whatever it looks like.
        case quoted
        /// Not a text, whatever is expected: a number, `true`, `false` or `null` of a JSON value.
        case typed
    }

    /// Without the quotes.
    package let text: String
    package let style: Style

    package init(_ text: String, _ style: Style) {
        self.text = text
        self.style = style
    }

    package static let null = DocumentScalar("null", .typed)

    package var isNull: Bool {
        style != .quoted && ["", "~", "null", "Null", "NULL"].contains(text)
    }

    package var string: String? { style == .typed || isNull ? nil : text }

    /// A whole number that fits.
    package var int: Int? { isNumeric ? Int(text) : nil }

    /// Any finite number.
    package var double: Double? {
        guard isNumeric, let value = Double(text), value.isFinite else { return nil }
        return value
    }

    package var bool: Bool? {
        guard style != .quoted else { return nil }
        switch text {
        case "true", "True", "TRUE": return true
        case "false", "False", "FALSE": return false
        default: return nil
        }
    }

    /// Decimal digits and what goes with them: no `nan`, no `0x10`.
    private var isNumeric: Bool {
        style != .quoted && text.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
    }

    /// What it is when nothing is expected of it (the core schema of YAML 1.2, §10.3).
    var json: JSON {
        if style == .quoted { return .string(text) }
        if isNull { return .null }
        return bool.map(JSON.bool) ?? int.map(JSON.int) ?? double.map(JSON.number) ?? .string(text)
    }
}
