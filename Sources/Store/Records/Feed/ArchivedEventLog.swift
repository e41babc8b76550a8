package import Conversation
package import FoundationEssentials
import Synchronization

/// A live log, and what it no longer holds from the database, as one.
///
/// Appending waits for the database once for each session, at most five seconds, to learn where its log stopped; reading
/// never ends on its own: a reader that is slow reads from the archive. While the database is away, only what the live
/// log holds is read.
package final class ArchivedEventLog: EventLog {
    private let live: any LiveLog
    private let archive: EventArchive

    package init(_ live: any LiveLog, archive: EventArchive) {
        self.live = live
        self.archive = archive
    }

    @discardableResult
    package func append(_ event: SessionEvent, at now: Date) async -> LoggedEvent {
        if await !live.knows(event.sessionID) {
            await live.resume(event.sessionID, after: await last(of: event.sessionID))
        }
        return await live.append(event, at: now)
    }

    package func events(of sessionID: String, after sequence: Int, limit: Int) async -> [LoggedEvent] {
        var found: [LoggedEvent] = []
        var last = sequence
        while found.count < limit {
            let page = await page(of: sessionID, after: last, limit: min(limit - found.count, Database.eventPage))
            guard let end = page.last?.sequence else { break }
            found += page
            last = end
        }
        return found
    }

    package func extent(of sessionID: String) async -> LogExtent? {
        let kept = try? await archive.database.extent(of: sessionID)
        let now = await live.extent(of: sessionID)
        let waiting = archive.unwritten(of: sessionID, after: 0)
        let oldest = [kept?.oldest, now?.oldest, waiting.first?.sequence].compactMap(\.self).min()
        let last = [kept?.last, now?.last, waiting.last?.sequence].compactMap(\.self).max()
        guard let oldest, let last else { return nil }
        return LogExtent(oldest: oldest, last: last)
    }

    package func subscribe(to sessionID: String, from sequence: Int) async -> AsyncStream<LoggedEvent> {
        if sequence == .max { return await live.subscribe(to: sessionID, from: .max) }
        return SeamlessReader(self, of: sessionID, from: max(1, sequence)).stream
    }

    package func subscribeToAll() async -> AsyncStream<LoggedEvent> {
        await live.subscribeToAll()
    }

    package func adopt(_ sessionID: String) async {
        // Others may have written behind what is missing.
        guard let kept = try? await archive.database.sequences(of: sessionID) else { return }
        for event in await live.events(of: sessionID, after: 0, limit: .max) where !kept.contains(event.sequence) {
            archive.take(event)
        }
    }

    /// Where the log of a session that this process does not know stopped.
    private func last(of session: String) async -> Int {
        let waiting = archive.unwritten(of: session, after: 0).last?.sequence ?? 0
        if archive.isDegraded { return waiting }
        let (answers, answer) = AsyncStream.makeStream(of: Int.self)
        // Not a child of this task: a database that hangs is not waited for.
        let asking = Task { [database = archive.database] in
            if let last = try? await database.lastSequence(of: session) { answer.yield(last) }
            answer.finish()
        }
        let patience = Task {
            try? await Task.sleep(for: .seconds(5))
            answer.finish()
        }
        defer {
            asking.cancel()
            patience.cancel()
        }
        for await kept in answers { return max(waiting, kept) }
        return waiting
    }
}

extension ArchivedEventLog: EventPages {
    /// From the live log as far as it reaches back; before that from the database, and from what waits for it.
    func page(of session: String, after sequence: Int, limit: Int) async -> [LoggedEvent] {
        let fresh = await live.events(of: session, after: sequence, limit: limit)
        let whole = Self.whole(fresh, after: sequence)
        if !whole.isEmpty { return whole }
        var found: [LoggedEvent] = []
        // What another process appended is in the database a second later: a server that has forgotten it is no gap.
        for attempt in 0..<4 {
            let kept = (try? await archive.database.events(of: session, after: sequence, limit: limit)) ?? []
            found = Self.merged([kept, archive.unwritten(of: session, after: sequence), fresh], limit)
            let isGap = sequence > 0 && found.first.map { $0.sequence > sequence + 1 } ?? false
            guard isGap, attempt < 3, !Task.isCancelled else { break }
            try? await Task.sleep(for: .milliseconds(500))
        }
        // Two processes write one session: what comes behind a hole may be there before what fills it.
        return Self.whole(found, after: (found.first?.sequence ?? 1) - 1)
    }

    /// Those that follow a number and each other.
    private static func whole(_ events: [LoggedEvent], after sequence: Int) -> [LoggedEvent] {
        var last = sequence
        return Array(
            events.prefix { event in
                defer { last += 1 }
                return event.sequence == last + 1
            })
    }

    func news(of session: String) async -> AsyncStream<LoggedEvent> {
        await live.subscribe(to: session, from: .max)
    }

    /// Each number once, in order.
    private static func merged(_ sources: [[LoggedEvent]], _ limit: Int) -> [LoggedEvent] {
        var byNumber: [Int: LoggedEvent] = [:]
        for event in sources.joined() { byNumber[event.sequence] = byNumber[event.sequence] ?? event }
        let sorted = byNumber.values.sorted { $0.sequence < $1.sequence }
        // A full page of the database may end before the others begin.
        let end = sources[0].count >= limit ? sources[0].last?.sequence ?? .max : .max
        return Array(sorted.prefix { $0.sequence <= end }.prefix(limit))
    }
}
