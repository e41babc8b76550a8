import Testing

/// A recorded description that a failing test calls by its name.
struct Recording: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String

    /// With the line ends of the wire.
    var wire: String { Fixtures.onTheWire(text) }

    var testDescription: String { name }
}
