package import FoundationEssentials
import Synchronization

/// Buckets of one process. It holds `capacity` of them; when there are more, those that are full again are forgotten, and if
/// there are none, some others: whoever loses a bucket begins with a full one.
package final class MemoryRateLimiter: RateLimiter {
    private struct Key: Hashable {
        let request: RateClass
        let principal: String
    }

    private let capacity: Int
    private let policy: @Sendable (RateClass) -> RatePolicy
    private let buckets = Mutex<[Key: TokenBucket]>([:])

    package init(capacity: Int = 50_000, policy: @escaping @Sendable (RateClass) -> RatePolicy = { $0.policy }) {
        self.capacity = max(1, capacity)
        self.policy = policy
    }

    package func count(_ request: RateClass, by principal: String, now: Date) async -> RateVerdict {
        let key = Key(request: request, principal: principal)
        return buckets.withLock { buckets in
            if buckets[key] == nil, buckets.count >= capacity { Self.forget(&buckets, now: now) }
            return buckets[key, default: TokenBucket(policy(request), now: now)].take(now: now)
        }
    }

    /// How many buckets there are.
    var size: Int { buckets.withLock { $0.count } }

    private static func forget(_ buckets: inout [Key: TokenBucket], now: Date) {
        let count = buckets.count
        buckets = buckets.filter { !$0.value.isFull(now: now) }
        guard buckets.count == count else { return }
        // An eighth at a time, so that a flood of strangers does not pay for a look at all buckets each time.
        for key in buckets.keys.prefix(max(1, count / 8)) { buckets[key] = nil }
    }
}
