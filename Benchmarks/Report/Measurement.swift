/// One row of the table, measured.
struct Measurement: Hashable, Sendable {
    let row: Row
    /// `nil` when it could not be measured.
    let value: Double?
    /// What the value is made of, or why there is none.
    let note: String

    /// Whether the limit is kept.
    var isGood: Bool { value.map { $0 <= row.limit } ?? false }
}
