package import Timing

/// Decides whether an engine is worth asking: after five failures in a row within a minute it is left alone for half a
/// minute, then asked once, and trusted again when that goes well. A core: the time is an argument.
package struct CircuitBreaker: Hashable, Sendable {
    package enum State: String, Hashable, Sendable, CaseIterable {
        case closed, open
        /// The rest is over; one request decides.
        case halfOpen = "half_open"
    }

    /// Failures in a row that open the circuit, when they fall within `window`.
    package var limit: Int
    package var window: Duration
    /// How long it stays open.
    package var rest: Duration
    /// When the last failures in a row were, the oldest first; at most `limit`.
    private var failures: [Instant] = []
    private var restingUntil: Instant?
    private var isTrying = false

    package init(limit: Int = 5, window: Duration = .seconds(60), rest: Duration = .seconds(30)) {
        self.limit = limit
        self.window = window
        self.rest = rest
    }

    package func state(now: Instant) -> State {
        guard let restingUntil else { return .closed }
        return isTrying || now >= restingUntil ? .halfOpen : .open
    }

    /// Failures in a row so far, as far as they count.
    package var failureCount: Int { failures.count }

    /// When the rest ends, while there is one.
    package var opensAgain: Instant? { restingUntil }

    /// Whether to ask. While one trial is under way after a rest, others are sent elsewhere; a trial that never ends
    /// holds its place for another rest.
    package mutating func mayAsk(now: Instant) -> Bool {
        guard let until = restingUntil else { return true }
        guard now >= until else { return false }
        isTrying = true
        restingUntil = now + rest
        return true
    }

    package mutating func succeeded() {
        self = CircuitBreaker(limit: limit, window: window, rest: rest)
    }

    /// A failure; that of a request made before the circuit opened changes nothing any more.
    package mutating func failed(now: Instant) {
        if restingUntil != nil {
            guard isTrying else { return }
            isTrying = false
            restingUntil = now + rest
            return
        }
        failures.removeAll { now - $0 > window }
        failures.append(now)
        if failures.count >= limit { restingUntil = now + rest }
    }

    /// The request was given up without saying anything about the engine: its trial, if it was one, is free again.
    package mutating func abandoned(now: Instant) {
        guard isTrying else { return }
        isTrying = false
        restingUntil = now
    }
}
