import Access
import Foundation

/// Takes every request, and says so as the real one does.
struct Boundless: RateLimiter {
    func count(_ request: RateClass, by principal: String, now: Date) async -> RateVerdict {
        RateVerdict(isAllowed: true, tokens: Double(request.policy.burst), policy: request.policy)
    }
}
