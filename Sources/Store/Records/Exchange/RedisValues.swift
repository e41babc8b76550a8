import Document
import FoundationEssentials
import Redis

/// Values of one kind in Redis, each under a key that expires, and the set of their ids beside them.
///
/// Bounded by what is written within a lifetime; `values` reads the newest 10 000.
struct RedisValues<Value: Codable & Sendable>: Sendable {
    let client: RedisClient
    /// The sorted set of ids, by the milliseconds at which they expire.
    let list: String
    /// What an id's key begins with.
    let prefix: String
    let lifetime: TimeInterval

    func write(_ value: Value, under id: String, now: Date) async throws(StoreError) {
        guard let json = try? JSON(encoding: value) else { throw .invalid("value") }
        let expiry = now.addingTimeInterval(lifetime).inMilliseconds
        try await run([
            ["SET", prefix + id, json.text, "PX", Int(lifetime * 1000)], ["ZADD", list, expiry, id],
            ["ZREMRANGEBYSCORE", list, "-inf", now.inMilliseconds], ["PEXPIRE", list, Int(lifetime * 2000)],
        ])
    }

    func remove(_ id: String) async {
        _ = try? await run([["DEL", prefix + id], ["ZREM", list, id]])
    }

    func values() async throws(StoreError) -> [Value] {
        let ids = try await run([["ZREVRANGE", list, 0, 9_999]]).first?.array?.compactMap(\.text) ?? []
        guard !ids.isEmpty else { return [] }
        let keys: [any RedisArgument] = ["MGET"] + ids.map { prefix + $0 }
        let found = try await run([RedisCommand(keys)]).first?.array ?? []
        return found.compactMap {
            $0.text.flatMap { try? JSON(parsing: $0) }.flatMap { try? $0.decoded(as: Value.self) }
        }
    }

    @discardableResult
    private func run(_ commands: [RedisCommand]) async throws(StoreError) -> [RedisReply] {
        do throws(RedisError) {
            let replies = try await client.pipeline(commands)
            for case .error(let code) in replies { throw .refused(code: code) }
            return replies
        } catch {
            throw StoreError(error, about: "a list of those who are there")
        }
    }
}
