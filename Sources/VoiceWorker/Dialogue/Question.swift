import Timing

/// A committed turn that has no reply yet.
struct Question: Hashable, Sendable {
    let turn: Int
    let deadline: Instant
    /// When to say that it takes a moment; `nil` once said.
    var holding: Instant?
}
