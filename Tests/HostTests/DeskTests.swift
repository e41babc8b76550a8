import Conversation
import Document
import Engine
import FoundationEssentials
import Host
import Store
import Supervision
import Synchronization
import Testing

@Suite("A desk runs the control of a session")
struct DeskTests {
    /// Notes what it is to do, and does nothing.
    private final class SilentStage: ControlStage {
        private let effects = Mutex<[SessionControl.Effect]>([])

        var noted: [SessionControl.Effect] { effects.withLock { $0 } }

        func perform(_ effect: SessionControl.Effect) async { effects.withLock { $0.append(effect) } }
    }

    private func desk(
        _ offices: Offices, _ name: String = "proc_a", stage: any ControlStage = SilentStage()
    ) throws -> (ControlDesk, ConversationHost) {
        let world = try offices.open(name).world
        let host = ConversationHost(sessionID: "sess_a", channel: .voice, world: world)
        let desk = ControlDesk(
            host, exchange: world.exchange, process: world.process, stage: stage, clock: world.clock)
        return (desk, host)
    }

    @Test("one process holds a session; another is refused until it is over")
    func holding() async throws {
        let offices = try Offices()
        let (first, host) = try desk(offices)
        async let work: Void = first.run()
        _ = try await host.greet()
        try await offices.held()
        let (second, _) = try desk(offices, "proc_b")
        await #expect(throws: HostError.elsewhere) { try await second.run() }
        await host.end(reason: "caller_left")
        try await work
        #expect(try await offices.exchange.holdings.holder(of: "sess_a", now: offices.time) == nil)
    }

    @Test("word of a lease's holder comes by the bus and leaves no command in the log; a lost one has fifteen seconds")
    func presence() async throws {
        let offices = try Offices()
        let (desk, host) = try desk(offices)
        async let work: Void = desk.run()
        _ = try await host.greet()
        try await offices.held()
        try await offices.order(.acquireLease(for: 30, steals: false))
        offices.wait(5)
        try await offices.post(.keepLease, id: "cmd_keep")
        try await offices.post(.loseLease, id: "cmd_lost", by: Offices.other)
        try await offices.post(.loseLease, id: "cmd_gone")
        try await offices.order(.note("behind them"))
        #expect(await offices.events("lease").filter { $0["holder"] != nil }.count == 2)
        #expect(
            await offices.events("command").allSatisfy {
                $0["command"] != "lease.keep" && $0["command"] != "lease.lost"
            })
        offices.wait(16)
        desk.tell(.woken)
        try await offices.event { $0["type"] == "lease" && $0["holder"] == nil }
        await host.end(reason: "caller_left")
        try await work
    }

    @Test("the digest says how the caller feels and who needs help, with the caller's last words")
    func digest() async throws {
        let offices = try Offices()
        let (desk, host) = try desk(offices)
        async let work: Void = desk.run()
        _ = try await host.reply(to: "this is terrible, where are you")
        desk.tell(.words(HeldTurn(speaker: "caller", text: "this is terrible, where are you"), turn: 1))
        try await offices.held()
        try await offices.order(.note("look at this one"))
        offices.wait(12)
        await desk.digest()
        let feed = try await offices.event { $0["type"] == "feed" && $0["wait_s"] == 12 }
        #expect(feed["last_words"] == "this is terrible, where are you")
        #expect(feed["mode"] == "ai")
        #expect(feed["turn"] == 1)
        #expect(feed["label"] == "negative")
        #expect(await offices.events("sentiment").last?["label"] == "negative")
        #expect(await offices.events("satisfaction").last?["basis"]?.elements.first == "sentiment")
        await host.end(reason: "caller_left")
        try await work
    }

    @Test("what a command wants said goes to the stage, and into the history as far as it was heard")
    func speech() async throws {
        let offices = try Offices()
        let stage = SilentStage()
        let (desk, host) = try desk(offices, stage: stage)
        async let work: Void = desk.run()
        _ = try await host.greet()
        try await offices.held()
        let words = Command.Body.say("Please hold the line.", when: .now, isInterruptible: true, endsCall: false)
        try await offices.post(words, id: "cmd_s")
        try await offices.event { $0["command_id"] == "cmd_s" && $0["status"] == "queued" }
        while !stage.noted.contains(where: { if case .say = $0 { true } else { false } }) {
            try await Task.sleep(for: .milliseconds(5))
        }
        desk.tell(.speechBegan(id: "cmd_s"))
        desk.tell(.speechEnded(id: "cmd_s", heard: "Please hold", isWhole: false))
        try await offices.event { $0["type"] == "speech" && $0["phase"] == "truncated" }
        try await offices.event { $0["type"] == "transcript" && $0["content"] == "Please hold" }
        _ = try await host.reply(to: "yes")
        #expect(await host.state.messages.contains(Message(.ai, "Please hold")))
        await host.end(reason: "caller_left")
        try await work
    }
}
