/// Whether a request is taken, and what its sender is told about the next ones.
package struct RateVerdict: Hashable, Sendable {
    package let isAllowed: Bool
    /// What is left in the bucket.
    package let tokens: Double
    package let policy: RatePolicy

    package init(isAllowed: Bool, tokens: Double, policy: RatePolicy) {
        self.isAllowed = isAllowed
        self.tokens = tokens
        self.policy = policy
    }

    /// Requests that would be taken at once.
    package var remaining: Int { Int(max(0, tokens).rounded(.down)) }

    /// Seconds until the bucket is full again.
    package var reset: Int { seconds(for: Double(policy.burst) - tokens) }

    /// Seconds until the next request is taken; `nil`: this one was.
    package var retryAfter: Int? {
        isAllowed ? nil : max(1, seconds(for: 1 - tokens))
    }

    /// The header fields `RateLimit-Policy`, `RateLimit` (draft-ietf-httpapi-ratelimit-headers) and, when the request is not
    /// taken, `Retry-After` (RFC 9110, section 10.2.3).
    package func fields(_ name: RateClass) -> [(name: String, value: String)] {
        let quoted = "\"\(name.rawValue)\""
        var fields = [
            (name: "RateLimit-Policy", value: "\(quoted);q=\(policy.burst);w=\(window)"),
            (name: "RateLimit", value: "\(quoted);r=\(remaining);t=\(reset)"),
        ]
        if let retryAfter { fields.append((name: "Retry-After", value: "\(retryAfter)")) }
        return fields
    }

    /// Seconds in which a whole bucket comes back.
    private var window: Int { seconds(for: Double(policy.burst)) }

    /// Whole seconds in which so many tokens come back; a millionth of a token is a rounding error.
    private func seconds(for tokens: Double) -> Int {
        Int((max(0, tokens - 1e-6) / policy.refill).rounded(.up))
    }
}
