package import FoundationEssentials

/// Counts requests by class and by whoever makes them.
package protocol RateLimiter: Sendable {
    /// Counts one request.
    /// - Parameter principal: a principal's id, a session's, or an address, as the class says.
    func count(_ request: RateClass, by principal: String, now: Date) async -> RateVerdict
}
