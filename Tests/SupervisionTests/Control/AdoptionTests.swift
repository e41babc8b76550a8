import Document
import Engine
import FoundationEssentials
import Supervision
import Testing

/// R18 of the control API's table of races, and its acceptance test 9: the process that ran the control dies.
@Suite("R18: another worker")
struct AdoptionTests {
    private func instructions(_ scene: Scene) -> Int {
        scene.effects.filter { if case .instruct = $0 { true } else { false } }.count
    }

    @Test("a caller who is held stays held, and hears at once that somebody is there")
    func held() throws {
        var scene = Scene()
        _ = scene.annWhispers()
        scene.callerSays("Hello?", turn: 2)
        try scene.workerDies()
        #expect(scene.control.mode.name == "held")
        #expect(scene.last.contains(.holdTurns(true)))
        #expect(scene.last.contains(.quiet(true)))
        #expect(scene.last.contains { if case .say = $0 { true } else { false } })
        scene.send(.injectWhisper("Go on."))
        #expect(scene.answers == [[HeldTurn(speaker: "caller", text: "Hello?")]])
    }

    @Test("the hundred and twenty seconds of a whisper run on")
    func limit() throws {
        var scene = Scene()
        _ = scene.annWhispers()
        scene.pass(100)
        try scene.workerDies()
        scene.pass(19)
        #expect(scene.control.mode.name == "held")
        scene.pass(2)
        #expect(scene.control.mode == .agent)
        #expect(scene.records("whisper_expired").last?["reason"] == "timeout")
    }

    @Test("an instruction given once is applied once, although its command comes again")
    func instruction() throws {
        var scene = Scene()
        _ = scene.annWhispers()
        let command = Command(
            id: "cmd_x", session: "sess_1", by: Scene.ann, .injectWhisper("Ten percent."), at: scene.now)
        scene.tell(.command(command, sequence: 0))
        try scene.workerDies()
        #expect(
            scene.last.contains(.instruct(Instruction("Ten percent.", author: "supervisor:usr_ann"), command: "cmd_x")))
        #expect(scene.last.contains { if case .answer = $0 { true } else { false } })
        scene.tell(.command(command, sequence: 0))
        #expect(scene.last.isEmpty)
        scene.tell(.consumed(commands: ["cmd_x"], turn: 3))
        scene.tell(.consumed(commands: ["cmd_x"], turn: 4))
        #expect(scene.course(of: "cmd_x").filter { $0 == "applied" }.count == 1)
        #expect(scene.records("instruction_ack").count == 1)
    }

    @Test("a command that was finished is said to be, once more, when it comes again, because the log may lack it")
    func finished() throws {
        var scene = Scene()
        let command = Command(id: "cmd_x", session: "sess_1", by: Scene.ann, .note("Hm."), at: scene.now)
        scene.tell(.command(command, sequence: 0))
        scene.tell(.command(command, sequence: 0))
        #expect(scene.course(of: "cmd_x") == ["applied"])
        try scene.workerDies()
        scene.tell(.command(command, sequence: 0), .command(command, sequence: 0))
        #expect(scene.course(of: "cmd_x") == ["applied", "applied"])
        #expect(scene.records("note").count == 1)
    }

    @Test("words that did not begin are said; words that were being said are not said twice")
    func speech() throws {
        var scene = Scene()
        let say = Command.Body.say("Hello.", when: .now, isInterruptible: true, endsCall: false)
        let begun = scene.send(say)
        let waiting = scene.send(say)
        scene.tell(.speechBegan(id: begun))
        try scene.workerDies()
        #expect(scene.result(of: begun) == "failed: worker-lost")
        #expect(scene.speech?.id == waiting)
        #expect(scene.last.filter { if case .say = $0 { true } else { false } }.count == 1)
    }

    @Test("what was ordered is ordered again under the same id")
    func orders() throws {
        var scene = Scene()
        scene.annHolds()
        let goTo = scene.send(.goTo(node: "faq"))
        try scene.workerDies()
        #expect(scene.last.contains(.goTo(node: "faq", command: goTo)))
        scene.tell(.carriedOut(command: goTo, failure: nil))
        #expect(scene.result(of: goTo) == "applied")
    }

    @Test("a person who talks has five seconds to be there again", arguments: [true, false])
    func human(comesBack: Bool) throws {
        var scene = Scene()
        scene.annHolds()
        scene.send(.takeOver(attachment: "att_1", announcement: .none))
        scene.tell(.trackBegan(attachment: "att_1"))
        try scene.workerDies()
        scene.pass(4)
        if comesBack { scene.tell(.trackBegan(attachment: "att_1")) }
        scene.pass(4)
        #expect(scene.control.mode.name == (comesBack ? "human" : "ai"))
    }

    @Test("a deadline that stood still stands still here too")
    func deadline() throws {
        var scene = Scene()
        scene.tell(
            .approvalAsked(
                Approval(
                    id: "s:#1", session: "sess_1", tool: "book", arguments: [:], prompt: "Book?", askedAt: scene.now,
                    deadline: scene.now.addingTimeInterval(45), approver: "usr_ann")))
        _ = scene.annWhispers()
        try scene.workerDies()
        #expect(scene.last.contains(.suspendDeadline(approval: "s:#1", true)))
    }

    @Test("an end that was ordered is ordered again")
    func end() throws {
        var scene = Scene()
        scene.send(.end(message: "Bye.", reason: "done", isForced: false))
        try scene.workerDies()
        #expect(scene.last.contains(.end(message: "Bye.", reason: "done", isForced: false)))
    }

    @Test("what another process must know is kept before anything else is done")
    func kept() {
        var scene = Scene()
        scene.annHolds()
        for event: SessionControl.Event in [
            .callerBegan, .callerEnded, .agentBegan(isInterruptible: true), .agentEnded,
        ] {
            let before = scene.effects.count
            scene.tell(event)
            #expect(!scene.effects[before...].contains(.keep))
        }
        let before = scene.effects.count
        scene.send(.beginWhisper(.standard, when: .nextTurn))
        #expect(scene.effects[before] == .keep)
        #expect(scene.effects[before...].filter { $0 == .keep }.count == 1)
    }
}
