import Conversation
import Document
import Engine
import FoundationEssentials
import Host
import Store
import Supervision
import Testing

@Suite("A chat is served by several processes")
struct TwoProcessTests {
    @Test("words typed at one process are answered by the one that holds the chat")
    func remote() async throws {
        let offices = try Offices()
        let (first, _) = try offices.open("proc_a")
        let (second, _) = try offices.open("proc_b")
        let here = try await first.answer("hello", in: "sess_a", by: Offices.caller)
        let there = try await second.answer("where are you located", in: "sess_a", by: Offices.caller)
        #expect(here.response != nil)
        #expect(there.response != nil)
        #expect(there.state?.turnCount == 2)
        #expect(await second.count == 0)
        #expect(await offices.said().last == there.response)
    }

    @Test("ten chats through two processes at once: every answer comes, each chat in its own order")
    func crowd() async throws {
        let offices = try Offices()
        let receptions = [try offices.open("proc_a").reception, try offices.open("proc_b").reception]
        let questions = ["where are you located", "what are your opening hours", "how much is an oil change"]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<10 {
                group.addTask {
                    let session = "sess_\(number)"
                    let caller = Principal(id: session, role: .caller, session: session)
                    for (turn, question) in questions.enumerated() {
                        let reply = try await receptions[(number + turn) % 2].answer(question, in: session, by: caller)
                        #expect(reply.response != nil)
                        #expect(reply.state?.turnCount == turn + 1)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(await receptions[0].count + receptions[1].count == 10)
        for number in 0..<10 { #expect(await offices.said(in: "sess_\(number)").count == 3) }
    }

    @Test("R18: a process dies in the middle of a whisper; another goes on, and the instruction is heard once")
    func dies() async throws {
        let offices = try Offices()
        let (first, _) = try offices.open("proc_a")
        _ = try await first.answer("hello", in: "sess_a", by: Offices.caller)
        try await offices.order(.acquireLease(for: 60, steals: false))
        try await offices.order(.beginWhisper(.none, when: .now))
        _ = try await first.answer("what are your opening hours", in: "sess_a", by: Offices.caller)
        // Nothing of the first process is heard again: its holding ends, and the other's comes before it notices.
        offices.wait(11)
        let (second, _) = try offices.open("proc_b")
        #expect(try await second.answer("hello?", in: "sess_a", by: Offices.caller).response == nil)
        #expect(await second.count == 1)
        let inject = Command.Body.injectWhisper("say: \"The manager agrees.\"")
        #expect(try await offices.order(inject, id: "cmd_w")["effect"] == "consumed")
        try await offices.event { $0["type"] == "turn" && $0["phase"] == "answered" && $0["source"] == "control" }
        #expect(await offices.said().filter { $0.contains("The manager agrees.") }.count == 1)
        let outcomes = await offices.events("command").filter {
            $0["command_id"] == "cmd_w" && $0["status"] == "applied"
        }
        #expect(outcomes.count == 1)
    }

    @Test("a chat that a process lets go is taken up where it was, with its instructions")
    func letGo() async throws {
        let offices = try Offices()
        let (first, _) = try offices.open("proc_a")
        _ = try await first.answer("hello", in: "sess_a", by: Offices.caller)
        let wish = Instruction("say: \"Parking is free.\"", author: "supervisor:usr_7", reach: .session)
        try await offices.post(.inject(wish, respond: .nextTurn), id: "cmd_i")
        try await offices.event { $0["command_id"] == "cmd_i" && $0["status"] == "queued" }
        await first.letGo()
        #expect(await first.count == 0)
        let (second, _) = try offices.open("proc_b")
        let reply = try await second.answer("where are you located", in: "sess_a", by: Offices.caller)
        #expect(reply.response?.contains("Parking is free.") == true)
        let next = try await second.answer("what are your opening hours", in: "sess_a", by: Offices.caller)
        #expect(next.response?.contains("Parking is free.") == false)
        #expect(next.state?.turnCount == 3)
    }
}
