/// What a value must look like: a document's, or a tool's arguments.
///
/// ```
/// let service = Schema.object([
///     .required("name", .text), .required("minutes", .integer(5...480)), .optional("needs", .list(of: .text)),
/// ])
/// ```
package struct Schema: Hashable, Sendable {
    package indirect enum Shape: Hashable, Sendable {
        case text(TextRule)
        case integer(ClosedRange<Int>)
        case number(ClosedRange<Double>)
        case boolean
        case list(of: Schema, count: ClosedRange<Int>)
        /// These keys and no others.
        case object([SchemaField])
        /// Any keys.
        case map(of: Schema)
        /// Any of these.
        case either([Schema])
        case anything
    }

    package let shape: Shape
    /// What it is for; a language model reads it.
    package var description: String?

    package init(_ shape: Shape, description: String? = nil) {
        self.shape = shape
        self.description = description
    }

    /// The same, with a description.
    package func described(_ description: String) -> Schema {
        Schema(shape, description: description)
    }
}

extension Schema {
    /// A text that is not empty.
    package static let text = Schema(.text(TextRule()))
    package static let boolean = Schema(.boolean)
    package static let integer = Schema(.integer(Int.min...Int.max))
    package static let number = Schema(.number(-Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude))
    package static let anything = Schema(.anything)

    package static func text(upTo length: Int) -> Schema { Schema(.text(TextRule(length: 1...length))) }
    package static func text(oneOf choices: [String]) -> Schema { Schema(.text(TextRule(choices: choices))) }
    package static func text(_ pattern: TextPattern) -> Schema { Schema(.text(TextRule(pattern: pattern))) }
    package static func integer(_ range: ClosedRange<Int>) -> Schema { Schema(.integer(range)) }
    package static func number(_ range: ClosedRange<Double>) -> Schema { Schema(.number(range)) }
    package static func object(_ fields: [SchemaField]) -> Schema { Schema(.object(fields)) }
    package static func map(of values: Schema) -> Schema { Schema(.map(of: values)) }
    package static func either(_ schemas: Schema...) -> Schema { Schema(.either(schemas)) }

    package static func list(of elements: Schema, count: ClosedRange<Int> = 0...Int.max) -> Schema {
        Schema(.list(of: elements, count: count))
    }
}
