import Conversation
import Dealership
import Engine
import FoundationEssentials
import Host
import Store
import Synchronization
import Testing

@Suite("A person approves what the agent may not do alone")
struct ApprovalTests {
    private static let booking = [
        "i'd like an oil change tomorrow at nine", "my name is maria garcia",
        "five one two five five five oh one nine nine", "yes",
    ]

    /// A world in which every booking wants a person within a minute.
    private func world(_ checkpoints: any CheckpointStore, clock: @escaping @Sendable () -> Date) throws -> World {
        var domain = Domain.dealership(timeZone: TimeZone(secondsFromGMT: 0) ?? .current)
        domain.policies = ["book_appt": .approve(within: .seconds(60))]
        return try World(
            database: Database(now: Setting.start), checkpoints: checkpoints, domain: domain, clock: clock,
            toolDeadline: .seconds(60))
    }

    private func asked(_ world: World) async throws -> ConversationHost {
        let host = try await Reception(world: world).open(.voice, id: "sess_a")
        for sentence in Self.booking { _ = try await host.reply(to: sentence) }
        return host
    }

    @Test("nothing is booked before it is approved; the talk goes on; the same decision again changes nothing")
    func approved() async throws {
        let world = try world(MemoryCheckpointStore()) { Setting.start }
        let host = try await asked(world)
        #expect(try await world.database.appointments().isEmpty)
        #expect(try await host.reply(to: "what are your opening hours").intent == "faq")
        let question = try #require(await host.questions.first)
        #expect(question.question.kind == "tool_approval")
        try await host.decide(question.id, Decision("approve"))
        try await host.decide(question.id, Decision("approve"))
        #expect(try await world.database.appointments().count == 1)
        await #expect(throws: DecisionError.self) { try await host.decide(question.id, Decision("reject")) }
        #expect(await host.questions.isEmpty)
    }

    @Test("a question survives a restart, and its answer books once")
    func restarted() async throws {
        let checkpoints = MemoryCheckpointStore()
        let world = try world(checkpoints) { Setting.start }
        _ = try await asked(world)
        await world.memory.flush()
        let other = try self.world(checkpoints) { Setting.start }
        let host = try await Reception(world: other).open(.voice, id: "sess_a")
        let question = try #require(await host.questions.first)
        try await host.decide(question.id, Decision("approve"))
        #expect(try await other.database.appointments().count == 1)
    }

    @Test("a rejection is told, and nothing is booked")
    func rejected() async throws {
        let world = try world(MemoryCheckpointStore()) { Setting.start }
        let host = try await asked(world)
        let question = try #require(await host.questions.first)
        try await host.decide(question.id, Decision("reject"))
        var said = host.notifications.makeAsyncIterator()
        #expect(await said.next() != nil)
        #expect(try await world.database.appointments().isEmpty)
    }

    @Test("a question nobody answers in time expires, by the clock of the world")
    func expired() async throws {
        let now = Mutex(Setting.start)
        let world = try world(MemoryCheckpointStore()) { now.withLock { $0 } }
        let host = try await asked(world)
        let question = try #require(await host.questions.first)
        now.withLock { $0 += 61 }
        await host.wake()
        #expect(await host.questions.isEmpty)
        await #expect(throws: DecisionError.self) { try await host.decide(question.id, Decision("approve")) }
        #expect(try await world.database.appointments().isEmpty)
    }
}
