package import FoundationEssentials
package import Redis

/// Places that several processes share, in a sorted set `quota:{quota}:{holder}` of when they end. While Redis is away, each
/// process counts by itself.
package struct RedisQuotaLedger: QuotaLedger {
    /// `KEYS`: the set. `ARGV`: the place, how many there are, how long it is held, and the time in seconds.
    private static let script = """
        local now = tonumber(ARGV[4])
        redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[4])
        local known = redis.call('ZSCORE', KEYS[1], ARGV[1])
        if not known and redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) then return 0 end
        redis.call('ZADD', KEYS[1], string.format('%.3f', now + tonumber(ARGV[3])), ARGV[1])
        redis.call('EXPIRE', KEYS[1], math.ceil(tonumber(ARGV[3])) + 1)
        return 1
        """

    private let client: RedisClient
    private let fallback = MemoryQuotaLedger()

    package init(_ client: RedisClient) {
        self.client = client
    }

    package func take(_ quota: Quota, by holder: String, for id: String, now: Date) async -> Bool {
        let reply = try? await client.script(
            Self.script, keys: [Self.key(quota, holder)], [id, quota.limit, quota.lifetime, now.timeIntervalSince1970])
        guard let answer = reply?.integer else { return await fallback.take(quota, by: holder, for: id, now: now) }
        return answer == 1
    }

    package func giveBack(_ quota: Quota, by holder: String, for id: String) async {
        _ = try? await client.command(["ZREM", Self.key(quota, holder), id])
        await fallback.giveBack(quota, by: holder, for: id)
    }

    private static func key(_ quota: Quota, _ holder: String) -> String { "quota:\(quota.rawValue):{\(holder)}" }
}
