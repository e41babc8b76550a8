/// The form of a line, for those who write its words.
package struct LineForm: Hashable, Sendable {
    /// As a phrasebook has it, such as `read_back_service`.
    package let key: String
    /// The names of the values that the words may use, sorted.
    package let values: [String]

    package init(_ line: Line) {
        key = line.key
        values = line.values.keys.sorted()
    }
}
