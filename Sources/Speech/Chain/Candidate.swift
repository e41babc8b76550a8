package import Timing

/// One engine of a chain: what it is called, and what is known about it.
package struct Candidate: Hashable, Sendable {
    /// Unique in its chain, such as `openai`, `deepgram`, `embedded`.
    package let name: String
    /// The provider's name for what answers; empty where there is none.
    package let model: String
    /// Runs in or beside this process: costs nothing, and is asked whatever happened before.
    package let isLocal: Bool
    /// Asked only when everything else has failed, never because it may be faster.
    package let isLastResort: Bool
    /// What a typical request costs compared with others, when prices are known.
    package let price: Int?
    package var breaker: CircuitBreaker
    package var latency = LatencyWindow()
    /// The provider asked to be left alone until then.
    package var limitedUntil: Instant?

    package init(
        _ name: String, model: String = "", isLocal: Bool = false, isLastResort: Bool = false, price: Int? = nil,
        breaker: CircuitBreaker = CircuitBreaker()
    ) {
        self.name = name
        self.model = model
        self.isLocal = isLocal
        self.isLastResort = isLastResort
        self.price = isLastResort ? .max : isLocal ? 0 : price
        self.breaker = breaker
    }

    mutating func mayAsk(now: Instant) -> Bool {
        if isLocal { return true }
        if let limitedUntil, now < limitedUntil { return false }
        return breaker.mayAsk(now: now)
    }
}
