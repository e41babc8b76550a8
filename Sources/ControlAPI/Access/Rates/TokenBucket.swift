package import FoundationEssentials

/// A bucket that holds so many tokens and fills up steadily; a request takes one out.
package struct TokenBucket: Hashable, Sendable {
    package let policy: RatePolicy
    private(set) var tokens: Double
    private(set) var at: Date

    /// A full one.
    package init(_ policy: RatePolicy, now: Date) {
        self.policy = policy
        tokens = Double(policy.burst)
        at = now
    }

    /// Takes a token out when there is one. A clock that went back fills nothing.
    package mutating func take(now: Date) -> RateVerdict {
        tokens = level(now: now)
        at = max(at, now)
        let isAllowed = tokens >= 1
        if isAllowed { tokens -= 1 }
        return RateVerdict(isAllowed: isAllowed, tokens: tokens, policy: policy)
    }

    /// How many tokens are in it.
    package func level(now: Date) -> Double {
        let came = max(0, now.timeIntervalSince(at)) * policy.refill
        return min(Double(policy.burst), tokens + came)
    }

    /// Whether it is as good as a new one.
    package func isFull(now: Date) -> Bool { level(now: now) >= Double(policy.burst) }
}
