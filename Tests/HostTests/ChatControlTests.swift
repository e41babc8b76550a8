import Conversation
import Document
import Engine
import FoundationEssentials
import Host
import Store
import Supervision
import Testing

@Suite("Supervisors steer a chat")
struct ChatControlTests {
    @Test("a whisper: the chat waits, what is typed meanwhile is answered after the instruction, which is heard once")
    func whisper() async throws {
        let offices = try Offices()
        let (reception, _) = try offices.open("proc_a")
        #expect(try await reception.answer("hello", in: "sess_a", by: Offices.caller).response != nil)
        #expect(try await offices.order(.acquireLease(for: 30, steals: false))["status"] == "applied")
        #expect(try await offices.order(.beginWhisper(.words("One moment."), when: .now))["status"] == "applied")
        #expect(await offices.events("mode").last?["mode"] == "held")
        let held = try await reception.answer("what are your opening hours", in: "sess_a", by: Offices.caller)
        #expect(held.response == nil)
        #expect(held.outcome.status == .applied)
        let order = try await offices.order(.injectWhisper("tell the caller that we open at six tomorrow"), id: "cmd_w")
        #expect(order["status"] == "applied")
        #expect(order["effect"] == "consumed")
        try await offices.event { $0["type"] == "instruction_ack" && $0["command_id"] == "cmd_w" }
        try await offices.event { $0["type"] == "mode" && $0["mode"] == "ai" }
        try await offices.event { $0["type"] == "turn" && $0["phase"] == "answered" && $0["source"] == "control" }
        let said = await offices.said()
        #expect(said.filter { $0.contains("We open at six tomorrow.") }.count == 1)
        #expect(said.contains { $0.contains("One moment.") })
        #expect(said.last?.contains("Monday") == true || said.last?.contains("open") == true)
        #expect(await offices.events("instruction").first?["effect"] == "woven")
        let next = try await reception.answer("where are you located", in: "sess_a", by: Offices.caller)
        #expect(next.response?.contains("six tomorrow") == false)
    }

    @Test("words of a supervisor are said as they are, and belong to the conversation")
    func say() async throws {
        let offices = try Offices()
        let (reception, _) = try offices.open("proc_a")
        _ = try await reception.answer("hello", in: "sess_a", by: Offices.caller)
        let words = Command.Body.say("A colleague says hi.", when: .now, isInterruptible: true, endsCall: false)
        #expect(try await offices.order(words)["status"] == "applied")
        #expect(await offices.said().last == "A colleague says hi.")
        let reply = try await reception.answer("thanks", in: "sess_a", by: Offices.caller)
        #expect(reply.state?.messages.contains(Message(.ai, "A colleague says hi.")) == true)
    }

    @Test("who takes a chat over types in the agent's place, and gives it back with what the agent should know")
    func takeOver() async throws {
        let offices = try Offices()
        let (reception, _) = try offices.open("proc_a")
        _ = try await reception.answer("hello", in: "sess_a", by: Offices.caller)
        try await offices.order(.acquireLease(for: 60, steals: false))
        #expect(
            try await offices.order(.takeOver(attachment: "att_1", announcement: .none))["status"] == "applied")
        #expect(try await reception.answer("are you there", in: "sess_a", by: Offices.caller).response == nil)
        let typed = Command.Body.say("This is Sam, yes.", when: .now, isInterruptible: true, endsCall: false)
        #expect(try await offices.order(typed)["status"] == "applied")
        #expect(await offices.said().last == "This is Sam, yes.")
        #expect(try await offices.order(typed, by: Offices.other)["reason"] == "mode")
        #expect(try await offices.order(.release(brief: nil))["status"] == "applied")
        try await offices.event { $0["type"] == "mode" && $0["mode"] == "ai" }
        let back = try await reception.answer("what are your opening hours", in: "sess_a", by: Offices.caller)
        #expect(back.response != nil)
        #expect(back.state?.messages.contains(Message(.ai, "This is Sam, yes.")) == true)
    }

    @Test(
        "corrections obey the rules of the house; where the next turn goes can be said; people who are not there fail")
    func steering() async throws {
        let offices = try Offices()
        let (reception, _) = try offices.open("proc_a")
        _ = try await reception.answer("i'd like an oil change", in: "sess_a", by: Offices.caller)
        let sunday: JSON = ["booking_slots": ["preferred_date": "2026-05-10"]]
        #expect(try await offices.order(.setContext(sunday))["reason"] == "context-closed")
        let good: JSON = ["booking_slots": ["preferred_date": "2026-05-05", "customer_name": "maria garcia"]]
        #expect(try await offices.order(.setContext(good))["status"] == "applied")
        let state = try await reception.answer("at nine", in: "sess_a", by: Offices.caller).state
        #expect(state?.bookingSlots.preferredDate == "2026-05-05")
        #expect(state?.bookingSlots.customerName == "Maria Garcia")
        try await offices.order(.acquireLease(for: 60, steals: false))
        #expect(try await offices.order(.goTo(node: "nowhere"))["reason"] == "unknown-node")
        #expect(try await offices.order(.goTo(node: "escalation"))["status"] == "applied")
        let sent = try await reception.answer("hm", in: "sess_a", by: Offices.caller)
        #expect(sent.state?.escalationInProgress == true || sent.state?.humanAgentStatus != nil)
        let wanted = Command.Body.transfer(.queue(skills: []), message: nil, isBlocking: false)
        #expect(try await offices.order(wanted)["reason"] == "no-operators")
    }

    @Test("an ended chat is over for everybody")
    func end() async throws {
        let offices = try Offices()
        let (reception, _) = try offices.open("proc_a")
        _ = try await reception.answer("hello", in: "sess_a", by: Offices.caller)
        let end = Command.Body.end(message: "Goodbye from us.", reason: "supervisor", isForced: false)
        #expect(try await offices.order(end)["status"] == "applied")
        #expect(await offices.said().last == "Goodbye from us.")
        await #expect(throws: HostError.ended) {
            try await reception.answer("hello?", in: "sess_a", by: Offices.caller)
        }
    }
}
