import Timing

/// A short silence in the caller's turn, at which the recogniser was asked for the words so far.
struct SoftEnd: Hashable, Sendable {
    enum Outcome: Hashable, Sendable {
        case words(String)
        case failed
    }

    /// The last speech before it.
    let silentSince: Instant
    /// The recogniser is given up then.
    let deadline: Instant
    /// What the recogniser answered, and when.
    private(set) var outcome: Outcome?
    private(set) var answered: Instant?
    /// The silence that ends the turn; known once there are words.
    var wait: Duration?
    /// The graph was told to work ahead, and the sound of its reply was ordered.
    var isPrepared = false
    var isPresynthesized = false

    init(silentSince: Instant, deadline: Instant) {
        self.silentSince = silentSince
        self.deadline = deadline
    }

    mutating func take(_ outcome: Outcome, now: Instant) {
        (self.outcome, answered) = (outcome, now)
    }

    var words: String? {
        if case .words(let text) = outcome { text } else { nil }
    }
}
