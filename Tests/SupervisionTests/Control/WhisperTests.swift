import Document
import Supervision
import Testing

@Suite("Whisper")
struct WhisperTests {
    @Test("the eight steps of a whisper: signal, pause, excuse, instruction, injection, Received, and on with it")
    func play() {
        var scene = Scene()
        scene.annHolds()
        scene.callerSays("How much is an oil change?", turn: 1)
        scene.tell(.thinking(turn: 1), .answered(turn: 1), .agentBegan(isInterruptible: true))

        // 1, 2: the supervisor clicks; the agent is told to stop where its sentence ends.
        let begin = scene.send(.beginWhisper(.standard, when: .nextTurn))
        #expect(scene.control.mode == .held(by: "usr_ann", reason: "whisper"))
        #expect(scene.last.contains(.holdTurns(true)))
        #expect(scene.last.contains(.quiet(true)))
        #expect(scene.last.contains(.silence(at: .sentence)))
        #expect(scene.course(of: begin) == ["queued"])

        // 3: it excuses itself, and cannot be talked over.
        scene.tell(.cutOff(heard: "An oil change costs"))
        #expect(scene.speech?.priority == .excuse)
        #expect(scene.speech?.isInterruptible == false)
        #expect(scene.course(of: begin) == ["queued", "applied"])
        #expect(scene.outcome(of: begin)?["heard"] == "An oil change costs")
        scene.sayIt()
        #expect(scene.records("whisper").last?["phase"] == "held")

        // Meanwhile the caller speaks, and is not answered.
        scene.pass(5)
        scene.callerSays("Hello?", turn: 2)
        #expect(scene.answers.isEmpty)

        // 4–7: the instruction, and Received.
        let inject = scene.send(.injectWhisper("Offer ten percent."))
        #expect(
            scene.records("instruction_ack").map(\.self) == [
                ["command_id": .string(inject), "content": "Received", "turn": 2]
            ])
        #expect(
            scene.last.contains(
                .instruct(Instruction("Offer ten percent.", author: "supervisor:usr_ann"), command: inject)))

        // 8: on with what was held, and with the instruction.
        #expect(scene.control.mode == .agent)
        #expect(scene.answers == [[HeldTurn(speaker: "caller", text: "Hello?")]])
        #expect(scene.last.contains(.holdTurns(false)))
        scene.tell(.thinking(turn: 2), .consumed(commands: [inject], turn: 2))
        #expect(scene.outcome(of: inject)?["effect"] == "consumed")
        #expect(scene.outcome(of: inject)?["turn"] == 2)
        #expect(scene.last.contains(.forget(instructionOf: inject)))
        #expect(scene.records("whisper").last?["phase"] == "resuming")
        scene.tell(.answered(turn: 2), .agentBegan(isInterruptible: true))
        #expect(scene.records("whisper").last?["phase"] == "none")
    }
}
