import Conversation
import FoundationEssentials
import Supervision
import Synchronization

/// A directory in a database, and in memory what it says of the sessions that were asked for one by one, so that a question
/// about a live session does not wait for the database.
///
/// What this process writes is seen at once. What others write is seen as soon as it is heard of, see `WakeUps`; while
/// nothing can be heard, nothing is remembered, and where processes have no bus it is remembered for a moment only.
///
/// Bounded: `capacity` sessions; beyond, all are forgotten and read again when they are asked for.
final class RememberedDirectory: SessionDirectory {
    private struct Memory {
        var entry: DirectoryEntry
        let end: ContinuousClock.Instant
    }

    private struct State {
        var memories: [String: Memory] = [:]
        /// Who reads which session from the database now; gone when what they read may be old already.
        var readings: [String: Int] = [:]
        var count = 0
        var isHearing = true

        mutating func forget(_ session: String) {
            memories[session] = nil
            readings[session] = nil
        }

        mutating func forgetAll() {
            memories = [:]
            readings = [:]
        }
    }

    private let directory: SQLSessionDirectory
    private let lifetime: Duration
    private let capacity: Int
    private let tell: @Sendable (String) async -> Void
    private let state = Mutex(State())
    private let log = Mutex<(any EventLog)?>(nil)

    /// - Parameters:
    ///   - lifetime: How long a session is remembered at most.
    ///   - tell: Says to the other processes that a session's entry has changed without an event.
    init(
        _ directory: SQLSessionDirectory, lifetime: Duration, capacity: Int = 10_000,
        tell: @escaping @Sendable (String) async -> Void = { _ in }
    ) {
        self.directory = directory
        self.lifetime = lifetime
        self.capacity = capacity
        self.tell = tell
    }

    /// Says where events are that the database may not have yet. Called once, before anybody asks.
    func follow(_ log: any EventLog) {
        self.log.withLock { $0 = log }
    }

    // MARK: What happens

    /// Reads an event that this process has written. Called before its writer goes on; returns at once.
    func note(_ event: LoggedEvent) {
        state.withLock { state in
            state.readings[event.sessionID] = nil
            guard let last = state.memories[event.sessionID]?.entry.record.lastSequence, event.sequence > last else {
                return
            }
            guard event.sequence == last + 1 else { return state.forget(event.sessionID) }
            state.memories[event.sessionID]?.entry.take(SessionChange(event), at: event.sequence)
        }
    }

    /// Hears what other processes did.
    func hear(_ signal: WakeUps.Signal) {
        state.withLock { state in
            switch signal {
            case .commands: break
            case .entry(let session): state.forget(session)
            case .events(let session, let last):
                if state.memories[session].map({ $0.entry.record.lastSequence < last }) ?? true {
                    state.forget(session)
                }
            case .deaf, .hearing:
                state.isHearing = signal == .hearing
                state.forgetAll()
            }
        }
    }

    // MARK: Questions

    func newest(of session: String) -> Int? {
        state.withLock { $0.memories[session] }.flatMap { ContinuousClock.now < $0.end ? $0 : nil }?
            .entry.record.lastSequence
    }

    func record(of session: String, in scope: Scope) async throws(StoreError) -> SessionRecord? {
        let memory = state.withLock { $0.memories[session] }
        if let memory, ContinuousClock.now < memory.end { return Self.shown(memory.entry.record, in: scope) }
        let reading = state.withLock { state in
            state.count += 1
            state.readings[session] = state.count
            return state.count
        }
        guard var entry = try await directory.entry(of: session) else { return nil }
        for event in await log.withLock(\.self)?.events(of: session, after: entry.record.lastSequence) ?? [] {
            entry.take(SessionChange(event), at: event.sequence)
        }
        let read = Memory(entry: entry, end: .now + lifetime)
        state.withLock { state in
            guard state.readings[session] == reading else { return }
            state.readings[session] = nil
            guard state.isHearing else { return }
            if state.memories.count >= capacity { state.memories = [:] }
            state.memories[session] = read
        }
        return Self.shown(entry.record, in: scope)
    }

    private static func shown(_ record: SessionRecord, in scope: Scope) -> SessionRecord? {
        scope.shows(record.summary.id, of: record.ownership) ? record : nil
    }

    func records(_ query: SessionQuery, in scope: Scope) async throws(StoreError) -> (
        page: [SessionRecord], next: String?
    ) {
        try await directory.records(query, in: scope)
    }

    func approvals(
        _ status: Approval.Status?, of session: String?, in scope: Scope
    ) async throws(StoreError) -> [Approval] {
        try await directory.approvals(status, of: session, in: scope)
    }

    // MARK: Changes without an event

    func enter(_ record: SessionRecord, now: Date) async throws(StoreError) {
        try await changing(record.summary.id) { () async throws(StoreError) in
            try await directory.enter(record, now: now)
        }
    }

    func amend(
        _ session: String, title: String?, tags: [String]?, in scope: Scope
    ) async throws(StoreError) -> Bool {
        try await changing(session) { () async throws(StoreError) in
            try await directory.amend(session, title: title, tags: tags, in: scope)
        }
    }

    func share(_ session: String, with person: String, isShared: Bool) async throws(StoreError) {
        try await changing(session) { () async throws(StoreError) in
            try await directory.share(session, with: person, isShared: isShared)
        }
    }

    /// Also what failed may have changed it.
    private func changing<Value>(
        _ session: String, _ change: () async throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        let result: Result<Value, StoreError>
        do throws(StoreError) { result = .success(try await change()) } catch { result = .failure(error) }
        state.withLock { $0.forget(session) }
        await tell(session)
        return try result.get()
    }
}
