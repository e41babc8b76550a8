import Conversation
import Document
import Engine
import FoundationEssentials
import Host
import Store
import Supervision
import Testing

@Suite("People decide in a live conversation")
struct DecisionTests {
    private static let approving: [String: ToolPolicy] = ["book_appt": .approve(within: .seconds(60))]

    private func asked(_ offices: Offices, at reception: Reception) async throws -> String {
        for sentence in Offices.booking { _ = try await reception.answer(sentence, in: "sess_a", by: Offices.caller) }
        let event = try await offices.event { $0["type"] == "approval" && $0["status"] == "pending" }
        return try #require(event["approval_id"]?.string)
    }

    @Test("R11: the first decision counts, the same again changes nothing, another is told so")
    func twice() async throws {
        let offices = try Offices(policies: Self.approving)
        let id = try await asked(offices, at: try offices.open("proc_a").reception)
        #expect(id.hasPrefix("sess_a:"))
        #expect(try await offices.database.appointments().isEmpty)
        let first = try await offices.order(.decide(approval: id, Decision("approve")))
        #expect(first["status"] == "applied")
        let again = try await offices.order(.decide(approval: id, Decision("approve")), by: Offices.other)
        #expect(again["status"] == "applied")
        let other = try await offices.order(.decide(approval: id, Decision("reject")), by: Offices.other)
        #expect(other["reason"] == "already-decided")
        #expect(try await offices.database.appointments().count == 1)
        #expect(await offices.events("approval").compactMap { $0["status"]?.string } == ["pending", "approved"])
    }

    @Test("the process dies before the decision: another takes it, and books once", arguments: ["approve", "edit"])
    func restarted(_ choice: String) async throws {
        let offices = try Offices(policies: Self.approving)
        let (first, world) = try offices.open("proc_a")
        let id = try await asked(offices, at: first)
        await world.memory.flush()
        offices.wait(11)
        let (second, _) = try offices.open("proc_b")
        _ = try await second.answer("hello?", in: "sess_a", by: Offices.caller)
        let decision = Decision(choice, edits: choice == "edit" ? ["time": "10:00"] : nil)
        #expect(try await offices.order(.decide(approval: id, decision))["status"] == "applied")
        #expect(try await offices.order(.decide(approval: id, decision))["status"] == "applied")
        let times = try await offices.database.appointments().map(\.time.description)
        #expect(times == [choice == "edit" ? "10:00" : "09:00"])
    }

    @Test("R5: a question may be decided while a supervisor whispers")
    func held() async throws {
        let offices = try Offices(policies: Self.approving)
        let (reception, _) = try offices.open("proc_a")
        let id = try await asked(offices, at: reception)
        try await offices.order(.acquireLease(for: 60, steals: false))
        try await offices.order(.beginWhisper(.none, when: .now))
        #expect(try await offices.order(.decide(approval: id, Decision("approve")))["status"] == "applied")
        #expect(try await offices.database.appointments().count == 1)
        #expect(await offices.events("mode").last?["mode"] == "held")
    }

    @Test("a rejection and an answer in words are told with the next reply, and nothing is booked")
    func responded() async throws {
        let offices = try Offices(policies: Self.approving)
        let (reception, _) = try offices.open("proc_a")
        let id = try await asked(offices, at: reception)
        let answer = Decision("respond", note: "Please bring the car at eight instead.")
        #expect(try await offices.order(.decide(approval: id, answer))["status"] == "applied")
        let reply = try await reception.answer("thanks", in: "sess_a", by: Offices.caller)
        #expect(reply.response?.contains("Please bring the car at eight instead.") == true)
        #expect(try await offices.database.appointments().isEmpty)
        #expect(await offices.events("approval").last?["status"] == "responded")
    }

    @Test("when nobody decides in time, the policy does", arguments: ToolPolicy.Timeout.allCases)
    func expired(_ timeout: ToolPolicy.Timeout) async throws {
        let offices = try Offices(policies: ["book_appt": .approve(within: .seconds(60), onTimeout: timeout)])
        let (_, world) = try offices.open("proc_a")
        let host = ConversationHost(sessionID: "sess_a", channel: .voice, world: world)
        for sentence in Offices.booking { _ = try await host.reply(to: sentence) }
        offices.wait(61)
        await host.wake()
        #expect(try await offices.database.appointments().count == (timeout == .allow ? 1 : 0))
        #expect(await host.state.pendingTasks.isEmpty == (timeout != .escalate))
        #expect(await host.questions.isEmpty)
    }

    @Test("the clock of a question stands still while it is suspended")
    func suspended() async throws {
        let offices = try Offices(policies: Self.approving)
        let (_, world) = try offices.open("proc_a")
        let host = ConversationHost(sessionID: "sess_a", channel: .voice, world: world)
        for sentence in Offices.booking { _ = try await host.reply(to: sentence) }
        let question = try #require(await host.questions.first)
        let name = "sess_a:\(question.id.number)"
        offices.wait(50)
        await host.suspend(name, true)
        offices.wait(600)
        await host.wake()
        await host.suspend(name, false)
        offices.wait(9)
        await host.wake()
        #expect(await host.questions.count == 1)
        offices.wait(2)
        await host.wake()
        #expect(await host.questions.isEmpty)
    }

    @Test("where people are only told, it is done and they are told")
    func notified() async throws {
        let offices = try Offices(policies: ["book_appt": .notify])
        let (reception, _) = try offices.open("proc_a")
        for sentence in Offices.booking { _ = try await reception.answer(sentence, in: "sess_a", by: Offices.caller) }
        #expect(try await offices.database.appointments().count == 1)
        #expect(await offices.events("approval").compactMap { $0["status"]?.string } == ["notified"])
    }
}
