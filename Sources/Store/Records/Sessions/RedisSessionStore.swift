package import Conversation
import Document
package import FoundationEssentials
package import Redis

/// Sessions in Redis, for programs that share them.
///
/// `session:{id}` is the state as JSON, as document 004 has it; `summary:{id}` is the summary; the sorted set `summaries`
/// lists the sessions by their start. All keys of a session live `timeToLive` seconds from its last write, by the server's
/// clock. A program that writes `session:{id}` by itself is read.
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
        let key = SessionKeys(sessionID)
        guard let bytes = try await pipeline([["GET", key.state]], about: key.stateName).first?.bytes else {
            return nil
        }
        guard let state = try? JSONDecoder().decode(ConversationState.self, from: Data(bytes)),
            state.sessionID == sessionID
        else { throw .corrupt(key.stateName) }
        return state
    }

    package func save(_ state: ConversationState, now: Date) async throws(StoreError) {
        let key = SessionKeys(state.sessionID)
        guard let json = try? JSON(encoding: state) else { throw .invalid("state of a session") }
        try await pipeline([["SET", key.state, Array(json.data), "EX", timeToLive]], about: key.stateName)
        // A summary that cannot be read is of no use to anybody; the next one written replaces it.
        if var summary = try? await summary(of: state.sessionID) {
            summary.absorb(state)
            try await write(summary)
        }
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
            [["DEL", key.state, key.summary], ["ZREM", Self.list, sessionID]], about: key.stateName)
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
                ["EXPIRE", key.state, timeToLive],
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
