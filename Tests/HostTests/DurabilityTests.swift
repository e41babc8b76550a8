import Conversation
import Engine
import FoundationEssentials
import Host
import Store
import Synchronization
import Testing

@Suite("What cannot be written down is not done")
struct DurabilityTests {
    private static let booking = [
        "i'd like an oil change tomorrow at nine", "my name is maria garcia",
        "five one two five five five oh one nine nine",
    ]

    @Test("nothing is booked while the conversation cannot be written down; when it can be again, it is booked once")
    func brokenStore() async throws {
        let checkpoints = BreakableCheckpointStore()
        let world = try Setting(checkpoints: checkpoints).world()
        let host = ConversationHost(sessionID: "sess_a", channel: .voice, world: world)
        for sentence in Self.booking { _ = try await host.reply(to: sentence) }
        checkpoints.isBroken = true
        let refused = try await host.reply(to: "yes")
        #expect(!refused.text.contains("all set"))
        #expect(try await world.database.appointments().isEmpty)
        checkpoints.isBroken = false
        if await host.question != .confirmation { _ = try await host.reply(to: "no") }
        for _ in 0..<3 where try await world.database.appointments().isEmpty { _ = try await host.reply(to: "yes") }
        #expect(try await world.database.appointments().count <= 1)
    }

    @Test("two processes that hold one session do not both book")
    func twoHolders() async throws {
        let (checkpoints, database) = (MemoryCheckpointStore(), try Database(now: Setting.start))
        let world = try Setting(checkpoints: checkpoints, database: database).world()
        let first = ConversationHost(sessionID: "sess_a", channel: .voice, world: world)
        for sentence in Self.booking { _ = try await first.reply(to: sentence) }
        await world.memory.flush()
        let other = try Setting(checkpoints: checkpoints, database: database).world()
        let second = try await Reception(world: other).open(.voice, id: "sess_a")
        _ = try await second.reply(to: "yes")
        _ = try await first.reply(to: "yes")
        #expect(try await database.appointments().count == 1)
    }

    @Test("a session whose state cannot be asked for has not expired")
    func unreachableSessions() async throws {
        let now = Mutex(Setting.start)
        let world = try World(
            database: Database(now: Setting.start), sessions: UnreachableSessionStore(),
            clock: { now.withLock { $0 } })
        let reception = Reception(world: world)
        _ = try await reception.open(.chat, id: "sess_a").reply(to: "hello")
        now.withLock { $0 += 3600 }
        await reception.expire()
        #expect(await reception.host("sess_a") != nil)
    }

    @Test("a writing tool is in the ledger, under its session")
    func ledger() async throws {
        let world = try Setting().world()
        let host = ConversationHost(sessionID: "sess_a", channel: .chat, world: world)
        for sentence in Self.booking + ["yes"] { _ = try await host.reply(to: sentence) }
        let calls = try await world.ledger.calls(of: "sess_a")
        #expect(calls.map(\.name) == ["book_appt"])
        #expect(calls.first?.state.name == "succeeded")
    }
}

/// Keeps checkpoints in memory until it is broken.
final class BreakableCheckpointStore: CheckpointStore {
    private let store = MemoryCheckpointStore()
    private let broken = Mutex(false)

    var isBroken: Bool {
        get { broken.withLock { $0 } }
        set { broken.withLock { $0 = newValue } }
    }

    func save(_ checkpoint: StoredCheckpoint) throws(StoreError) {
        if isBroken { throw .unavailable("broken for a test") }
        try store.save(checkpoint)
    }

    func latest(of session: String) -> StoredCheckpoint? { store.latest(of: session) }

    func checkpoint(_ sequence: Int, of session: String) -> StoredCheckpoint? {
        store.checkpoint(sequence, of: session)
    }

    func history(of session: String, before sequence: Int?, limit: Int) -> [StoredCheckpoint] {
        store.history(of: session, before: sequence, limit: limit)
    }

    func prune(_ session: String, keeping count: Int) { store.prune(session, keeping: count) }
    func expire(before time: Date) { store.expire(before: time) }
    func remove(_ session: String) { store.remove(session) }
}

/// A session store that nobody reaches.
struct UnreachableSessionStore: SessionStore {
    private let error = StoreError.unavailable("nobody there")

    func state(of sessionID: String, now: Date) throws(StoreError) -> ConversationState? { throw error }
    func save(_ state: ConversationState, now: Date) throws(StoreError) { throw error }
    func summary(of sessionID: String, now: Date) throws(StoreError) -> SessionSummary? { throw error }
    func save(_ summary: SessionSummary, now: Date) throws(StoreError) { throw error }
    func summaries(now: Date) throws(StoreError) -> [SessionSummary] { throw error }
    func remove(_ sessionID: String) throws(StoreError) { throw error }
}
