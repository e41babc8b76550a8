import Conversation
import Dealership
import Document
import Engine
import Testing

@Suite struct HostileTests {
    @Test("ten thousand words are answered in one sentence, and the history keeps the beginning")
    func long() throws {
        var caller = try Caller()
        let text = Array(repeating: "wibble", count: 10_000).joined(separator: " ")
        let reply = try caller.says(text)
        #expect(reply.hasPrefix("That was a lot at once"))
        #expect((caller.state.messages.first?.content.count ?? 0) <= 4_000)
        try caller.says("i need an oil change")
        #expect(try caller.says(text).contains("Which day suits you?"))
    }

    @Test(
        "what makes no sense gets a sensible answer",
        arguments: ["", "   ", "😀😀😀", "\u{0}\u{7}", "'; DROP TABLE customers;--", "{house} {{name}}", "ﷺ 你好"])
    func nonsense(text: String) throws {
        var caller = try Caller()
        let reply = try caller.says(text)
        #expect(!reply.isEmpty && !reply.contains("{"))
        try caller.says("i need an oil change")
        #expect(try !caller.says(text).isEmpty)
        #expect(caller.slots.serviceType == "Oil Change")
    }

    @Test("a name is kept as it was said, and never too long")
    func names() throws {
        var caller = try Caller(assistance: 1.1)
        var heard = HeardSlots()
        heard.name = "robert'); drop table students;-- " + String(repeating: "x", count: 500)
        let interpretation = Interpretation(.giveName, 0.9, heard)
        try caller.says("book an oil change for tuesday at nine")
        caller.reading = { _ in interpretation }
        try caller.says("anything")
        #expect(caller.slots.customerName?.hasPrefix("Robert'); Drop Table Students;-- X") == true)
        #expect((caller.slots.customerName ?? "").count <= 60)
    }

    @Test("a thousand turns keep a bounded history")
    func bounded() throws {
        var caller = try Caller()
        for _ in 0..<600 { try caller.says("are you open on sunday") }
        #expect(caller.state.messages.count == 500)
        #expect(caller.state.turnCount == 600)
    }

    @Test("an answer of the wrong kind never traps", arguments: ["i need an oil change", "what are your hours"])
    func foreignAnswers(text: String) throws {
        for answer in [ToolAnswer.faq([]), .services([]), .customer(nil), .times([]), .slotTaken(nearest: [])] {
            var caller = try Caller()
            caller.foreign = answer
            #expect(try !caller.says(all: [text, "tomorrow at nine", "john smith", "5551234", "yes"]).isEmpty)
        }
    }

    @Test("what the dialogue remembers survives a round trip, keys of a later version included")
    func memory() throws {
        var caller = try Caller()
        try caller.says(all: ["i'd like a test drive of the camry", "saturday"])
        var memory = caller.execution.state.memory
        memory.unknown = ["later": [1, "two"]]
        #expect(try JSON(parsing: JSON(encoding: memory).text).decoded(as: DialogueMemory.self) == memory)
        #expect(try JSON(parsing: "{}").decoded(as: DialogueMemory.self) == DialogueMemory(speaksAtOnce: false))
    }
}
