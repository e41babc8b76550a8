import Conversation
import Testing

@Suite("An instruction is heeded as far as rules can")
struct GuidanceTests {
    private func guidance(_ text: String, command: String = "cmd_1") -> Guidance {
        Guidance(command: command, text: text, author: "supervisor:usr_7")
    }

    @Test(
        "words that are to be said are found in it",
        arguments: [
            ("say: \"we can do ten percent off\"", "We can do ten percent off."),
            ("Say “Hold on!”", "Hold on!"), ("tell the caller that the car is ready", "The car is ready."),
            ("Tell them that it's fine", "It's fine."), ("say:\n  parking   is free ", "Parking is free."),
        ])
    func sentence(text: String, words: String) {
        #expect(guidance(text).sentence == words)
    }

    @Test(
        "everything else is for a model only, whatever it says",
        arguments: [
            "", "say", "say:", "say: \"\"", "tell the caller that ", "be friendlier", "offer a discount",
            "saying no is fine", "say something nice", "\"", "say '", String(repeating: "say: x", count: 200),
        ])
    func other(text: String) {
        #expect(guidance(text).sentence == nil)
    }

    @Test("no beginning of an instruction breaks anything")
    func truncated() {
        let text = "tell the caller that 'we’re “open” at six' — say: \"é🙂\""
        for length in 0...text.count {
            let words = guidance(String(text.prefix(length))).sentence
            #expect(words?.isEmpty != true)
        }
    }

    @Test("what is wanted said is said once, also when it is told again, and again when nobody heard it")
    func once() {
        var memory = DialogueMemory(speaksAtOnce: true)
        memory.take(guidance("say: hi"))
        memory.take(guidance("be brief", command: "cmd_2"))
        let first = memory.heed(isPhrased: false)
        #expect(first.sentences == ["Hi."])
        #expect(first.uses.map(\.effect) == [.woven, .noted])
        memory.take(guidance("say: hi"))
        let second = memory.heed(isPhrased: true)
        #expect(second.sentences.isEmpty)
        #expect(second.uses.map(\.effect) == [.phrased, .phrased])
        memory.unsay(first.uses)
        let third = memory.heed(isPhrased: false)
        #expect(third.sentences == ["Hi."])
        memory.drop(guidanceOf: "cmd_1")
        memory.drop(guidanceOf: "cmd_2")
        let last = memory.heed(isPhrased: false)
        #expect(last.uses.isEmpty)
    }

    @Test("a command is carried out once; the newest are remembered")
    func commands() {
        var memory = DialogueMemory(speaksAtOnce: false)
        let begun = ["cmd_1", "cmd_1", "cmd_2"].map { memory.begin($0) }
        #expect(begun == [true, false, true])
        let others = (3...40).map { memory.begin("cmd_\($0)") }
        #expect(others.allSatisfy { $0 })
        #expect(memory.commands.count == 32)
        for number in 0..<20 { memory.take(guidance("x", command: "cmd_\(number)")) }
        #expect(memory.guidance.count == Guidance.capacity)
    }
}
