/// A turn run ahead on words that the caller may still be saying.
struct Speculation: Sendable {
    let text: String
    /// The checkpoint it started from: it counts only while nothing else has happened.
    let base: Int?
    let work: Task<TurnProgress?, Never>
}
