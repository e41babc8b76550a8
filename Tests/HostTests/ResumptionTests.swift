import Conversation
import Engine
import FoundationEssentials
import Host
import Store
import Synchronization
import Testing

@Suite("A conversation goes on in another process")
struct ResumptionTests {
    private let start = Date(timeIntervalSince1970: 1_777_888_800)

    @Test("it goes on at the same question, and books once")
    func sameQuestion() async throws {
        let (checkpoints, database) = (MemoryCheckpointStore(), try Database(now: start))
        let sentences = [
            "i'd like an oil change tomorrow at nine", "my name is maria garcia",
            "five one two five five five oh one nine nine", "yes",
        ]
        var last: String?
        for sentence in sentences {
            // A process of its own for every sentence.
            let world = try Setting(checkpoints: checkpoints, database: database).world()
            let host = try await Reception(world: world).open(.chat, id: "sess_a")
            #expect(host.isResumed == (last != nil))
            let greeting = try await host.greet().text
            if let last { #expect(greeting == last) }
            last = try await host.reply(to: sentence).text
            await world.memory.flush()
        }
        let booked = try await database.appointments()
        #expect(booked.map(\.subject) == ["Oil Change"])
        #expect(booked.map(\.time.description) == ["09:00"])
    }

    @Test("a session that is over is not opened again")
    func ended() async throws {
        let checkpoints = MemoryCheckpointStore()
        let reception = Reception(world: try Setting(checkpoints: checkpoints).world())
        _ = try await reception.open(.chat, id: "sess_a").greet()
        await reception.close("sess_a", reason: "goodbye")
        let other = Reception(world: try Setting(checkpoints: checkpoints).world())
        await #expect(throws: HostError.ended) { try await other.open(.chat, id: "sess_a") }
    }

    @Test("a session that was away for more than half an hour has expired")
    func expired() async throws {
        let checkpoints = MemoryCheckpointStore()
        let world = try Setting(checkpoints: checkpoints).world()
        _ = try await Reception(world: world).open(.chat, id: "sess_a").greet()
        await world.memory.flush()
        let later = start.addingTimeInterval(1801)
        let other = Reception(world: try Setting(checkpoints: checkpoints, clock: { later }).world())
        await #expect(throws: HostError.expired) { try await other.open(.chat, id: "sess_a") }
    }

    @Test("a checkpoint that another program wrote begins the conversation anew, and the log says so")
    func foreign() async throws {
        let checkpoints = MemoryCheckpointStore()
        try checkpoints.save(
            StoredCheckpoint(
                session: "sess_a", sequence: 9, parent: nil, at: start, label: "", payload: Array("{}".utf8)))
        let world = try Setting(checkpoints: checkpoints).world()
        let host = try await Reception(world: world).open(.chat, id: "sess_a")
        #expect(!host.isResumed)
        #expect(try await host.reply(to: "what are your opening hours").intent == "faq")
        await world.memory.flush()
        #expect(checkpoints.latest(of: "sess_a") != nil)
        #expect(await world.frames("sess_a").contains("error"))
    }

    @Test("a search for a colleague that was under way begins again")
    func search() async throws {
        let checkpoints = MemoryCheckpointStore()
        let world = try Setting(responder: StuckResponder(), checkpoints: checkpoints).world()
        _ = try await Reception(world: world).open(.chat, id: "sess_a").reply(to: "can i speak to a human")
        await world.memory.flush()
        let other = try Setting(checkpoints: checkpoints).world()
        let host = try await Reception(world: other).open(.chat, id: "sess_a")
        _ = try await host.greet()
        for _ in 0..<2000 where await host.state.pendingTasks.first?.status != .completed {
            try await Task.sleep(for: .milliseconds(5))
        }
        #expect(await host.state.humanAgentStatus == .available)
    }
}
