package import Conversation
import Document
package import FoundationEssentials
package import Redis

/// Sessions in Redis, for programs that share them.
///
/// `session:{id}` is the state as JSON, as document 004 has it; `session:{id}:ver` counts its writes; `summary:{id}` is the
/// summary; the sorted set `summaries` lists the sessions by their start. All keys of a session live `timeToLive` seconds
/// from its last write, by the server's clock. A program that writes `session:{id}` by itself is read, but is not seen by
/// `save(_:replacing:)`.
///
/// `summaries` lists the newest `listLimit` sessions.
package struct RedisSessionStore: SessionStore {
    private static let listLimit = 10_000
    private static let list = "summaries"

    private let client: RedisClient
    private let timeToLive: Int

    package init(_ client: RedisClient, timeToLive: Int = 1800) {
        self.client = client
        self.timeToLive = timeToLive
    }

    // MARK: States

    package func state(of sessionID: String, now: Date) async throws(StoreError) -> ConversationState? {
        try await versioned(sessionID, now: now)?.state
    }

    package func versioned(_ sessionID: String, now: Date) async throws(StoreError) -> VersionedState? {
        let key = SessionKeys(sessionID)
        let replies = try await pipeline([["MGET", key.state, key.version]], about: key.stateName)
        guard let values = replies.first?.array, values.count == 2, let bytes = values[0].bytes else { return nil }
        guard let state = try? JSONDecoder().decode(ConversationState.self, from: Data(bytes)),
            state.sessionID == sessionID
        else { throw .corrupt(key.stateName) }
        return VersionedState(state: state, version: values[1].text.flatMap { Int($0) } ?? 0)
    }

    package func save(_ state: ConversationState, now: Date) async throws(StoreError) {
        try await write(state, expecting: "")
    }

    @discardableResult
    package func save(
        _ state: ConversationState, replacing version: Int, now: Date
    ) async throws(StoreError) -> Int {
        try await write(state, expecting: String(version))
    }

    @discardableResult
    private func write(_ state: ConversationState, expecting version: String) async throws(StoreError) -> Int {
        let key = SessionKeys(state.sessionID)
        guard let json = try? JSON(encoding: state) else { throw .invalid("state of a session") }
        let written: Int
        do throws(RedisError) {
            let reply = try await client.script(
                SessionScript.save, keys: [key.state, key.version], [Array(json.data), timeToLive, version])
            written = reply.integer ?? 0
        } catch {
            throw StoreError(error, about: key.stateName)
        }
        // A summary that cannot be read is of no use to anybody; the next one written replaces it.
        if var summary = try? await summary(of: state.sessionID) {
            summary.absorb(state)
            try await write(summary)
        }
        return written
    }

    // MARK: Summaries

    package func summary(of sessionID: String, now: Date) async throws(StoreError) -> SessionSummary? {
        try await summary(of: sessionID)
    }

    package func save(_ summary: SessionSummary, now: Date) async throws(StoreError) {
        try await write(summary)
    }

    package func summaries(now: Date) async throws(StoreError) -> [SessionSummary] {
        let about = "the list of sessions"
        let listed = try await pipeline([["ZREVRANGE", Self.list, 0, Self.listLimit - 1]], about: about)
        let ids = (listed.first?.array ?? []).compactMap(\.text)
        var found: [SessionSummary] = []
        for start in stride(from: 0, to: ids.count, by: 500) {
            let page = ids[start..<min(start + 500, ids.count)]
            let keys: [any RedisArgument] = ["MGET"] + page.map { SessionKeys($0).summary }
            let values = try await pipeline([RedisCommand(keys)], about: about).first?.array ?? []
            found += values.compactMap {
                $0.text.flatMap { try? JSON(parsing: $0) }.flatMap(SessionSummary.init(stored:))
            }
            let expired: [any RedisArgument] = zip(page, values).filter { $0.1.isNull }.map(\.0)
            if !expired.isEmpty { _ = try await pipeline([RedisCommand(["ZREM", Self.list] + expired)], about: about) }
        }
        return found.sorted { ($0.startedAt, $0.id) > ($1.startedAt, $1.id) }
    }

    package func remove(_ sessionID: String) async throws(StoreError) {
        let key = SessionKeys(sessionID)
        try await pipeline(
            [["DEL", key.state, key.version, key.summary], ["ZREM", Self.list, sessionID]], about: key.stateName)
    }

    private func summary(of sessionID: String) async throws(StoreError) -> SessionSummary? {
        let key = SessionKeys(sessionID)
        guard let reply = try await pipeline([["GET", key.summary]], about: key.summaryName).first, !reply.isNull else {
            return nil
        }
        guard let json = reply.text.flatMap({ try? JSON(parsing: $0) }), let summary = SessionSummary(stored: json)
        else {
            throw .corrupt(key.summaryName)
        }
        return summary
    }

    private func write(_ summary: SessionSummary) async throws(StoreError) {
        let key = SessionKeys(summary.id)
        guard let json = try? JSON(encoding: summary) else { throw .invalid("summary of a session") }
        try await pipeline(
            [
                ["SET", key.summary, Array(json.data), "EX", timeToLive],
                ["EXPIRE", key.state, timeToLive], ["EXPIRE", key.version, timeToLive],
                ["ZADD", Self.list, summary.startedAt.timeIntervalSince1970, summary.id],
                ["ZREMRANGEBYRANK", Self.list, 0, -1 - Self.listLimit],
            ], about: key.summaryName)
    }

    /// The replies; throws the first that is an error.
    @discardableResult
    private func pipeline(_ commands: [RedisCommand], about subject: String) async throws(StoreError) -> [RedisReply] {
        do throws(RedisError) {
            let replies = try await client.pipeline(commands)
            for case .error(let code) in replies { throw .refused(code: code) }
            return replies
        } catch {
            throw StoreError(error, about: subject)
        }
    }
}
