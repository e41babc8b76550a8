import Timing

/// When the agent said something, and whether it was a question.
struct Said: Hashable, Sendable {
    let began: Instant
    let ended: Instant
    let asked: Bool
}
