/// A measured value, and what it is made of.
struct Figure: Hashable, Sendable {
    let value: Double
    let note: String
}
