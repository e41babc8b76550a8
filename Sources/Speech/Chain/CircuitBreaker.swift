package import Timing

/// Decides whether a provider is worth asking: after some failures in a row it is left alone for a while, then asked
/// once, and trusted again when that goes well. A core: the time is an argument.
package struct CircuitBreaker: Hashable, Sendable {
    /// Failures in a row that open the circuit.
    package var limit: Int
    /// How long it stays open.
    package var rest: Duration
    private var failures = 0
    private var restingUntil: Instant?

    package init(limit: Int = 3, rest: Duration = .seconds(30)) {
        self.limit = limit
        self.rest = rest
    }

    /// Whether to ask. While one trial is under way after a rest, others are sent elsewhere.
    package mutating func mayAsk(now: Instant) -> Bool {
        guard let until = restingUntil else { return true }
        guard now >= until else { return false }
        restingUntil = now + rest
        return true
    }

    package mutating func succeeded() {
        failures = 0
        restingUntil = nil
    }

    package mutating func failed(now: Instant) {
        failures += 1
        if failures >= limit { restingUntil = now + rest }
    }
}
