import Document
import Engine
import FoundationEssentials
import Supervision
import Testing

/// Rows R1 to R9 of the control API's table of races (§10.8), each by its number.
@Suite("Races about words")
struct RaceTests {
    private let question = HeldTurn(speaker: "caller", text: "And on Saturday?")

    @Test(
        "R1: a whisper begins while the caller barges in: the caller has the floor, and is answered after the instruction"
    )
    func whisperAndBargeIn() {
        var scene = Scene()
        scene.annHolds()
        scene.tell(.agentBegan(isInterruptible: true), .callerBegan, .agentEnded)
        let begin = scene.send(.beginWhisper(.standard, when: .now))
        #expect(scene.speech == nil)
        scene.pass(2)
        #expect(scene.speech == nil)
        scene.tell(.callerEnded)
        #expect(scene.speech?.priority == .excuse)
        #expect(scene.result(of: begin) == "applied")
        scene.tell(.words(question, turn: 4))
        scene.sayIt()
        let inject = scene.send(.injectWhisper("We are open on Saturday."))
        #expect(scene.answers == [[question]])
        let instructed = scene.last.firstIndex { if case .instruct(_, inject) = $0 { true } else { false } }
        let answered = scene.last.firstIndex { if case .answer = $0 { true } else { false } }
        #expect(instructed.flatMap { first in answered.map { first < $0 } } == true)
    }

    @Test("R1: a caller who does not stop is listened to for five seconds")
    func whisperAndTalker() {
        var scene = Scene()
        scene.annHolds()
        scene.tell(.callerBegan)
        scene.send(.beginWhisper(.standard, when: .now))
        scene.pass(4.9)
        #expect(scene.speech == nil)
        scene.pass(0.1)
        #expect(scene.speech?.priority == .excuse)
    }

    @Test(
        "R2: a whisper begins while the agent speaks: it stops at the sentence or at the frame, and only what was heard counts",
        arguments: [Command.Moment.nextTurn, .now])
    func whisperAndSpeech(when: Command.Moment) {
        var scene = Scene()
        scene.annHolds()
        scene.tell(.agentBegan(isInterruptible: true))
        let begin = scene.send(.beginWhisper(.standard, when: when))
        #expect(scene.last.contains(.silence(at: when == .now ? .frame : .sentence)))
        #expect(scene.speech == nil)
        scene.tell(.cutOff(heard: "We have"))
        #expect(scene.outcome(of: begin)?["heard"] == "We have")
        #expect(scene.speech?.priority == .excuse)
    }

    @Test("R3: the caller talks over the excuse: it is said whole, and their words are the first held turn")
    func overExcuse() {
        var scene = Scene()
        scene.annHolds()
        scene.send(.beginWhisper(.standard, when: .nextTurn))
        let excuse = scene.speech?.id ?? ""
        #expect(scene.speech?.isInterruptible == false)
        scene.tell(.speechBegan(id: excuse), .callerBegan)
        #expect(scene.last.isEmpty)
        scene.tell(.speechEnded(id: excuse, heard: "all", isWhole: true), .callerEnded, .words(question, turn: 2))
        scene.send(.injectWhisper("Yes."))
        #expect(scene.answers == [[question]])
    }

    @Test("R4: a whisper during a tool call: the tool runs on, its answer is not said, and is asked for afterwards")
    func whisperAndTool() {
        var scene = Scene()
        scene.annHolds()
        scene.tell(.thinking(turn: 1), .toolBegan(id: "#1"))
        scene.send(.beginWhisper(.standard, when: .nextTurn))
        #expect(scene.last.contains(.abandonAnswer))
        scene.sayIt()
        scene.tell(.toolEnded(id: "#1"), .answered(turn: 1))
        #expect(scene.last.isEmpty)
        scene.send(.cancelWhisper)
        #expect(scene.answers == [[]])
    }

    @Test(
        "R6: an instruction to respond now while the agent thinks: that answer is abandoned, and it is asked again with the instruction"
    )
    func injectWhileThinking() {
        var scene = Scene()
        scene.tell(.thinking(turn: 3))
        let instruction = Instruction("Be brief.", author: "supervisor:usr_ann")
        let inject = scene.send(.inject(instruction, respond: .now))
        let effects = scene.last.filter { if case .record = $0 { false } else { true } }
        #expect(effects == [.abandonAnswer, .instruct(instruction, command: inject), .answer(held: [], bridge: nil)])
        scene.tell(.thinking(turn: 3), .consumed(commands: [inject], turn: 3))
        #expect(scene.result(of: inject) == "applied")
    }

    @Test("R7: an instruction while the agent speaks waits for the next turn")
    func injectWhileSpeaking() {
        var scene = Scene()
        scene.tell(.agentBegan(isInterruptible: true))
        let inject = scene.send(.inject(Instruction("Be brief.", author: "a"), respond: .nextTurn))
        scene.tell(.agentEnded)
        #expect(scene.answers.isEmpty)
        #expect(scene.course(of: inject) == ["queued"])
        scene.tell(.thinking(turn: 2), .consumed(commands: [inject], turn: 2))
        #expect(scene.outcome(of: inject)?["turn"] == 2)
    }

    @Test("R7: unless it is to respond now and the agent is interrupted")
    func injectAndInterrupt() {
        var scene = Scene()
        scene.tell(.agentBegan(isInterruptible: true))
        scene.send(.inject(Instruction("Stop selling.", author: "a"), respond: .now))
        #expect(scene.answers.isEmpty)
        let interrupt = scene.send(.interrupt)
        #expect(scene.last.contains(.silence(at: .frame)))
        scene.tell(.cutOff(heard: "Buy"))
        #expect(scene.answers == [[]])
        #expect(scene.outcome(of: interrupt)?["heard"] == "Buy")
        #expect(scene.outcome(of: interrupt)?["effect"] == "stopped")
    }

    @Test("R8: two instructions without keys are both kept, in order, and name each other")
    func twoInstructions() {
        var scene = Scene()
        let first = scene.send(.inject(Instruction("One.", author: "a"), respond: .nextTurn))
        let second = scene.send(.inject(Instruction("Two.", author: "b"), respond: .nextTurn), by: Scene.bob)
        scene.tell(.consumed(commands: [first, second], turn: 1))
        #expect(scene.outcome(of: first)?["related"] == [.string(second)])
        #expect(scene.outcome(of: second)?["related"] == [.string(first)])
        #expect(scene.outcome(of: second)?["by"]?["name"] == "Bob")
        #expect([first, second].map { scene.result(of: $0) } == ["applied", "applied"])
    }

    @Test("R9: of two instructions with one key the later stays, while the earlier is not used")
    func sameKey() {
        var scene = Scene()
        let first = scene.send(.inject(Instruction("Ten.", author: "a", key: "discount"), respond: .nextTurn))
        let second = scene.send(.inject(Instruction("Five.", author: "a", key: "discount"), respond: .nextTurn))
        #expect(scene.result(of: first) == "superseded")
        #expect(scene.outcome(of: first)?["related"] == [.string(second)])
        #expect(scene.last.contains(.forget(instructionOf: first)))
        scene.tell(.consumed(commands: [second], turn: 1))
        #expect(scene.result(of: second) == "applied")
    }
}
