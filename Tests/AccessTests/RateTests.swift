import Foundation
import Redis
import Servers
import Simulation
import Testing

@testable import Access

@Suite("Rates") struct RateTests {
    private let start = Door.start

    @Test("a bucket gives what it holds at once, and then what comes back")
    func bucket() {
        var bucket = TokenBucket(RatePolicy(120, burst: 20), now: start)
        for _ in 0..<20 {
            let verdict = bucket.take(now: start)
            #expect(verdict.isAllowed)
        }
        let refused = bucket.take(now: start)
        #expect(!refused.isAllowed && refused.retryAfter == 1 && refused.remaining == 0 && refused.reset == 10)
        #expect(!bucket.take(now: start.addingTimeInterval(0.49)).isAllowed)
        #expect(bucket.take(now: start.addingTimeInterval(0.5)).isAllowed)
        #expect(!bucket.take(now: start.addingTimeInterval(0.5)).isAllowed)
    }

    @Test("in no minute more is taken than the policy says and the bucket holds", arguments: 0..<10)
    func law(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let policy = RatePolicy(Int.random(in: 1...100, using: &random), burst: Int.random(in: 1...50, using: &random))
        var bucket = TokenBucket(policy, now: start)
        var taken: [Double] = []
        var time = 0.0
        for _ in 0..<2_000 {
            time += Double.random(in: -0.5...1.5, using: &random)
            if bucket.take(now: start.addingTimeInterval(time)).isAllowed { taken.append(time) }
        }
        let latest = taken.reduce(into: [Double]()) { $0.append(max($0.last ?? 0, $1)) }
        for (index, from) in latest.enumerated() {
            let count = latest[index...].prefix { $0 < from + 60 }.count
            #expect(count <= policy.perMinute + policy.burst + 1)
        }
    }

    @Test("a clock that goes back fills nothing and takes nothing away")
    func backwards() {
        var bucket = TokenBucket(RatePolicy(60, burst: 2), now: start)
        _ = bucket.take(now: start)
        #expect(bucket.take(now: start.addingTimeInterval(-100)).isAllowed)
        #expect(!bucket.take(now: start.addingTimeInterval(-50)).isAllowed)
        #expect(!bucket.take(now: start).isAllowed)
        #expect(bucket.take(now: start.addingTimeInterval(1)).isAllowed)
    }

    @Test("the policies are those of the specification")
    func policies() {
        let expected: [RateClass: RatePolicy] = [
            .login: RatePolicy(5), .create: RatePolicy(10), .chat: RatePolicy(30), .token: RatePolicy(20),
            .command: RatePolicy(120, burst: 20), .read: RatePolicy(600), .write: RatePolicy(120),
            .stream: RatePolicy(120),
        ]
        for request in RateClass.allCases { #expect(request.policy == expected[request]) }
    }

    @Test("the header fields tell policy, what is left, and when to come again")
    func fields() {
        var bucket = TokenBucket(RateClass.login.policy, now: start)
        let first = bucket.take(now: start).fields(.login)
        #expect(
            first.map { "\($0.name): \($0.value)" } == [
                #"RateLimit-Policy: "login";q=5;w=60"#, #"RateLimit: "login";r=4;t=12"#,
            ])
        for _ in 0..<4 { _ = bucket.take(now: start) }
        let last = bucket.take(now: start.addingTimeInterval(1)).fields(.login)
        #expect(
            last.map { "\($0.name): \($0.value)" }.dropFirst() == [#"RateLimit: "login";r=0;t=59"#, "Retry-After: 11"])
    }

    @Test("everybody and every class has a bucket of its own; memory forgets the full ones first")
    func memory() async {
        let limiter = MemoryRateLimiter(capacity: 8)
        for _ in 0..<5 { #expect(await limiter.count(.login, by: "a", now: start).isAllowed) }
        #expect(await !limiter.count(.login, by: "a", now: start).isAllowed)
        #expect(await limiter.count(.login, by: "b", now: start).isAllowed)
        #expect(await limiter.count(.create, by: "a", now: start).isAllowed)
        let later = start.addingTimeInterval(10)
        for number in 0..<5 { _ = await limiter.count(.read, by: "\(number)", now: later) }
        // All of the first are full again but the one that was emptied.
        _ = await limiter.count(.read, by: "more", now: start.addingTimeInterval(13))
        #expect(limiter.size <= 8)
        for number in 0..<1_000 {
            _ = await limiter.count(.read, by: "flood \(number)", now: start.addingTimeInterval(13))
        }
        #expect(limiter.size <= 8)
    }

    @Test("several processes share the buckets in Redis, and count by themselves while it is away")
    func redis() async throws {
        let server = try await RedisServer.start()
        let clients = try (0..<2).map { _ in try RedisClient(url: server.url()) }
        let limiters = clients.map { RedisRateLimiter($0) }
        var verdicts: [RateVerdict] = []
        for number in 0..<7 { verdicts.append(await limiters[number % 2].count(.login, by: "a", now: start)) }
        #expect(verdicts.map(\.isAllowed) == [true, true, true, true, true, false, false])
        #expect(verdicts[5].retryAfter == 12)
        #expect(await limiters[0].count(.login, by: "a", now: start.addingTimeInterval(12)).isAllowed)
        await server.end()
        #expect(await limiters[0].count(.login, by: "a", now: start).remaining == 4)
        for client in clients { await client.close() }
    }
}
