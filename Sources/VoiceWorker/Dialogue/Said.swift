import Timing

/// What the agent said, and when.
struct Said: Hashable, Sendable {
    let began: Instant
    let ended: Instant
    let text: String

    var asked: Bool { text.contains("?") }
}
