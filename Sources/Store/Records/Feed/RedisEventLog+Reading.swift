import Redis

extension RedisEventLog {
    /// Events in one answer of the server.
    private static let page = 1_000

    package func events(of sessionID: String, after sequence: Int, limit: Int) async -> [LoggedEvent] {
        var found: [LoggedEvent] = []
        var last = sequence
        while found.count < limit {
            let wanted = min(limit - found.count, Self.page)
            let page = await page(of: sessionID, after: last, limit: wanted)
            guard let end = page.last?.sequence else { break }
            found += page
            last = end
            if page.count < wanted { break }
        }
        return found
    }

    package func extent(of sessionID: String) async -> LogExtent? {
        let key = RedisKeys(sessionID).events
        let replies = try? await client.pipeline([
            ["XRANGE", key, "-", "+", "COUNT", 1], ["XREVRANGE", key, "+", "-", "COUNT", 1],
        ])
        guard let replies else {
            let known = remembered(of: sessionID, after: 0, limit: .max)
            guard let oldest = known.first?.sequence, let last = known.last?.sequence else { return nil }
            return LogExtent(oldest: oldest, last: last)
        }
        let ends = replies.map { $0.array?.first.flatMap { StreamEntry($0, of: sessionID)?.event.sequence } }
        guard let oldest = ends[0], let last = ends[1] else { return nil }
        return LogExtent(oldest: oldest, last: last)
    }

    package func subscribe(to sessionID: String, from sequence: Int) async -> AsyncStream<LoggedEvent> {
        if sequence == .max { return await news(of: sessionID) }
        return SeamlessReader(self, of: sessionID, from: max(1, sequence)).stream
    }

    package func subscribeToAll() -> AsyncStream<LoggedEvent> {
        followers.followAll()
    }
}

extension RedisEventLog: EventPages {
    func page(of session: String, after sequence: Int, limit: Int) async -> [LoggedEvent] {
        guard sequence < .max else { return [] }
        let range: RedisCommand = ["XRANGE", RedisKeys(session).events, "(\(sequence)-0", "+", "COUNT", limit]
        guard let reply = try? await client.command(range) else {
            return remembered(of: session, after: sequence, limit: limit)
        }
        let found = (reply.array ?? []).compactMap { StreamEntry($0, of: session)?.event }
        return found.isEmpty && isCutOff ? remembered(of: session, after: sequence, limit: limit) : found
    }

    func news(of session: String) async -> AsyncStream<LoggedEvent> {
        await followers.follow(session)
    }
}
