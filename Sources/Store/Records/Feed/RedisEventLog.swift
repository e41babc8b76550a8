package import Conversation
package import FoundationEssentials
import Logging
import Redis
import Synchronization

/// The event log of processes that share a Redis server: the stream `ev:{session}`, whose entries are numbered by it.
///
/// A stream keeps about 10 000 events, for a day after its session's end, else for a week after its newest event. While
/// the server is away, this process numbers on by itself and keeps at most 10 000 events, in memory and in a journal; they
/// are appended in order when it is back. If somebody else's event came first then, theirs are numbered behind it.
package final class RedisEventLog: LiveLog {
    struct State {
        var lines: [String: StreamLine] = [:]
        var writes = 0
        var outage: OutageBuffer
        /// Whether events wait for the server; from then on all do, until none waits.
        var isCutOff = false
        var isDraining = false
        var refused = 0
    }

    static let capacity = 10_000
    private static let lines = 10_000

    let client: RedisClient
    let state: Mutex<State>
    let followers: StreamFollowers
    let journal: OutageJournal?
    let logger: Logger
    private let held: HeldSessions
    private let process: String
    private let sink: @Sendable (LoggedEvent) -> Void
    private let retrying = Rounds()
    /// Refusals that pass.
    private static let passing: Set = ["OOM", "READONLY", "MISCONF", "BUSY", "NOREPLICAS", "LOADING", "MASTERDOWN"]
    private let patience: Duration

    /// - Parameter sink: Told of each event of this process that has its final number; it returns at once.
    init(
        _ client: RedisClient, wakeUps: WakeUps, held: HeldSessions, process: SharedProcess,
        sink: @escaping @Sendable (LoggedEvent) -> Void = { _ in }
    ) {
        self.client = client
        self.held = held
        self.process = process.name
        journal = process.journal
        logger = process.logger
        patience = process.patience
        self.sink = sink
        followers = StreamFollowers(client, wakeUps: wakeUps)
        state = Mutex(State(outage: OutageBuffer(capacity: Self.capacity)))
        inherit()
        retrying.start { [weak self] in
            if self?.isCutOff == true { await self?.drain() }
        }
    }

    deinit { close() }

    /// Whether the server is away, so that what happens is only kept here for now.
    package var isCutOff: Bool { state.withLock(\.isCutOff) }

    /// Ends all streams; what waits for the server stays in the journal.
    func close() {
        retrying.end()
        followers.close()
    }

    @discardableResult
    package func append(_ event: SessionEvent, at now: Date) async -> LoggedEvent {
        let token = "\(process) \(state.withLock { $0.nextWrite() })"
        let entry = StreamEntry(LoggedEvent(event, sequence: 0, at: now), token: token)
        if let kept = keep(entry, onlyWhenCutOff: true) { return kept }
        switch await submit(entry, isRepeated: false) {
        case .confirmed(let logged): return logged
        case .refused: return entry.event
        case .away: return keep(entry, onlyWhenCutOff: false) ?? entry.event
        }
    }

    package func knows(_ session: String) -> Bool {
        state.withLock { $0.lines[session] != nil }
    }

    package func resume(_ session: String, after sequence: Int) {
        state.withLock { state in
            if state.lines[session] == nil {
                state.change(session, limit: Self.lines) { $0 = StreamLine(last: sequence) }
            }
        }
    }

    // MARK: Appending

    enum Outcome {
        case confirmed(LoggedEvent)
        /// Another process holds the session, or the server will never take it.
        case refused
        case away
    }

    /// Has an event appended by the server.
    func submit(_ entry: StreamEntry, isRepeated: Bool) async -> Outcome {
        let session = entry.event.sessionID
        var isForced = false
        for _ in 0..<3 {
            do throws(RedisError) {
                let number = try await ask(entry, isForced: isForced, isRepeated: isRepeated)
                if number > 0 { return .confirmed(confirm(entry, number)) }
                try await restore(session, after: -1 - number)
                isForced = true
            } catch .refused(let code) where !Self.passing.contains(code) {
                state.withLock { $0.refused += 1 }
                logger.warning("an event is refused", metadata: ["code": "\(code)", "type": "\(entry.event.type)"])
                return .refused
            } catch {
                return .away
            }
        }
        return .away
    }

    private func ask(_ entry: StreamEntry, isForced: Bool, isRepeated: Bool) async throws(RedisError) -> Int {
        let session = entry.event.sessionID
        let keys = RedisKeys(session)
        let known = state.withLock { $0.lines[session]?.last ?? 0 }
        // What a former process left is nobody's epoch.
        let epoch = entry.token.hasPrefix("\(process) ") ? held[session].map { "\($0.epoch)" } ?? "" : ""
        let arguments: [any RedisArgument] =
            [epoch, held[session]?.process ?? process, known, isForced ? 1 : 0, entry.token, isRepeated ? 1 : 0]
            + entry.values + [entry.endsSession ? 1 : 0, Self.capacity, session]
        let reply = try await client.script(
            EventScript.append, keys: [keys.events, keys.lease, keys.epoch], arguments, within: patience)
        return reply.integer ?? 0
    }

    /// Gives a server back what it has forgotten: the holder what it appended itself; anybody else waits for the holder.
    private func restore(_ session: String, after sequence: Int) async throws(RedisError) {
        let missing = state.withLock { $0.lines[session]?.missing(after: sequence) ?? [] }
        let keys = RedisKeys(session)
        if held[session] == nil {
            for _ in 0..<8 where try await followers.last(of: session) <= sequence {
                try? await Task.sleep(for: .milliseconds(250))
            }
        }
        guard !missing.isEmpty else { return }
        let events = missing.flatMap { entry -> [any RedisArgument] in
            [entry.event.sequence, entry.token] + entry.values
        }
        try await client.script(EventScript.restore, keys: [keys.events, keys.lease, keys.epoch], [session] + events)
    }

    private func confirm(_ entry: StreamEntry, _ number: Int) -> LoggedEvent {
        var confirmed = entry
        confirmed.event = entry.event.numbered(number)
        state.withLock { $0.change(confirmed.event.sessionID, limit: Self.lines) { $0.confirm(confirmed) } }
        sink(confirmed.event)
        followers.give(confirmed.event)
        return confirmed.event
    }
}

extension RedisEventLog.State {
    mutating func nextWrite() -> Int {
        writes += 1
        return writes
    }

    /// Changes what is known of a session; beyond `limit` sessions the one written longest ago is forgotten.
    mutating func change(_ session: String, limit: Int, _ body: (inout StreamLine) -> Void) {
        writes += 1
        var line = lines[session] ?? StreamLine(last: 0)
        body(&line)
        line.written = writes
        lines[session] = line
        if lines.count > limit, let oldest = lines.min(by: { $0.value.written < $1.value.written }) {
            lines[oldest.key] = nil
        }
    }
}
