package import FoundationEssentials
package import Redis

/// Buckets that several processes share, under `rl:{class}:{principal}`. While Redis is away, each process counts by itself.
package struct RedisRateLimiter: RateLimiter {
    /// `KEYS`: the bucket. `ARGV`: how much it holds, how much comes back in a second, and the time in seconds. Returns whether
    /// there was a token, and what is left, as text.
    private static let script = """
        local bucket = redis.call('HMGET', KEYS[1], 'tokens', 'at')
        local burst, refill, now = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
        local tokens, at = tonumber(bucket[1]) or burst, tonumber(bucket[2]) or now
        tokens = math.min(burst, tokens + math.max(0, now - at) * refill)
        at = math.max(at, now)
        local allowed = 0
        if tokens >= 1 then
            tokens = tokens - 1
            allowed = 1
        end
        redis.call('HSET', KEYS[1], 'tokens', string.format('%.6f', tokens), 'at', string.format('%.6f', at))
        redis.call('EXPIRE', KEYS[1], math.ceil(burst / refill) + 1)
        return {allowed, string.format('%.6f', tokens)}
        """

    private let client: RedisClient
    private let fallback = MemoryRateLimiter()

    package init(_ client: RedisClient) {
        self.client = client
    }

    package func count(_ request: RateClass, by principal: String, now: Date) async -> RateVerdict {
        let policy = request.policy
        let reply = try? await client.script(
            Self.script, keys: ["rl:\(request.rawValue):{\(principal)}"],
            [policy.burst, policy.refill, now.timeIntervalSince1970])
        guard let answer = reply?.array, answer.count == 2, let allowed = answer[0].integer,
            let tokens = answer[1].text.flatMap(Double.init)
        else { return await fallback.count(request, by: principal, now: now) }
        return RateVerdict(isAllowed: allowed == 1, tokens: tokens, policy: policy)
    }
}
