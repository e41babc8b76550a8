/// A value of a document, with the place it was written at.
package struct DocumentValue: Hashable, Sendable {
    package indirect enum Content: Hashable, Sendable {
        case scalar(DocumentScalar)
        case sequence([DocumentValue])
        /// In the order of the text; no key twice.
        case mapping([Entry])
    }

    /// A key with its value.
    package struct Entry: Hashable, Sendable {
        package let key: String
        /// Where the key begins.
        package let position: DocumentPosition?
        package let value: DocumentValue
    }

    package let content: Content
    /// `nil` for a value that came from no text.
    package let position: DocumentPosition?
    package let path: DocumentPath

    package init(_ content: Content, at position: DocumentPosition? = nil, path: DocumentPath = .root) {
        self.content = content
        self.position = position
        self.path = path
    }
}

extension DocumentValue {
    /// The value under a key. Where there is none: `null`, at the place of the mapping and with the path it would have.
    package subscript(key: String) -> DocumentValue {
        entries.first { $0.key == key }?.value
            ?? DocumentValue(.scalar(.null), at: position, path: .key(key, in: path))
    }

    /// Of a mapping; empty for any other value.
    package var entries: [Entry] {
        guard case .mapping(let entries) = content else { return [] }
        return entries
    }

    /// Of a sequence; empty for any other value.
    package var elements: [DocumentValue] {
        guard case .sequence(let values) = content else { return [] }
        return values
    }

    package var scalar: DocumentScalar? {
        guard case .scalar(let scalar) = content else { return nil }
        return scalar
    }

    package var isNull: Bool { scalar?.isNull ?? false }
    package var string: String? { scalar?.string }
    package var int: Int? { scalar?.int }
    package var double: Double? { scalar?.double }
    package var bool: Bool? { scalar?.bool }

    /// The value as JSON, when nothing else is known of it. Texts without quotes that look like a number become one.
    package var json: JSON {
        switch content {
        case .scalar(let scalar): scalar.json
        case .sequence(let values): .array(values.map(\.json))
        case .mapping(let entries):
            .object(Dictionary(entries.map { ($0.key, $0.value.json) }) { _, last in last })
        }
    }

    /// A value that came from no text: it has paths, but no positions.
    package init(_ json: JSON, path: DocumentPath = .root) {
        self.init(Self.content(json, path), path: path)
    }

    private static func content(_ json: JSON, _ path: DocumentPath) -> Content {
        switch json {
        case .null: .scalar(.null)
        case .bool(let value): .scalar(DocumentScalar("\(value)", .typed))
        case .int(let value): .scalar(DocumentScalar("\(value)", .typed))
        case .number(let value): .scalar(DocumentScalar("\(value)", .typed))
        case .string(let text): .scalar(DocumentScalar(text, .quoted))
        case .array(let values):
            .sequence(values.enumerated().map { DocumentValue($1, path: .index($0, in: path)) })
        case .object(let fields):
            .mapping(
                fields.sorted { $0.key < $1.key }.map { key, value in
                    Entry(key: key, position: nil, value: DocumentValue(value, path: .key(key, in: path)))
                })
        }
    }
}
