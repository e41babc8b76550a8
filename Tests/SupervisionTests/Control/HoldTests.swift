import Document
import FoundationEssentials
import Supervision
import Testing

@Suite("Waiting")
struct HoldTests {
    private let phrases = ControlPhrases()

    private func said(_ text: String, in scene: Scene) -> Int {
        scene.effects.filter { if case .say(let speech) = $0 { speech.text == text } else { false } }.count
    }

    @Test("the caller is reassured after 20 s, 45 s, and each 45 s from then on")
    func reassurance() {
        var scene = Scene()
        scene.annHolds()
        scene.send(.pause(say: nil, atMost: 300))
        scene.sayIt()
        var times: [Int] = []
        for second in 1...200 {
            scene.pass(1)
            if scene.last.contains(where: { if case .say = $0 { true } else { false } }) { times.append(second) }
        }
        #expect(times == [20, 45, 90, 135, 180])
        #expect(scene.speech?.waitsForQuiet == true)
        #expect(scene.speech?.isMemorable == false)
    }

    @Test("comfort that was not spoken before the agent goes on is not spoken any more")
    func lateReassurance() throws {
        var scene = Scene()
        _ = scene.annWhispers()
        scene.tell(.callerBegan)
        scene.pass(21)
        let comfort = try #require(scene.speech)
        scene.tell(.callerEnded, .words(HeldTurn(speaker: "caller", text: "Hm."), turn: 1))
        scene.send(.injectWhisper("Go."))
        #expect(scene.last.contains(.withdraw(speech: comfort.id)))
    }

    @Test("a whisper ends after two minutes, for everybody to know, and the agent goes on")
    func whisperLimit() {
        var scene = Scene()
        _ = scene.annWhispers()
        scene.pass(119)
        #expect(scene.control.mode.name == "held")
        scene.pass(1)
        #expect(scene.control.mode == .agent)
        #expect(scene.records("whisper_expired") == [["by": "usr_ann", "reason": "timeout"]])
        #expect(scene.speech?.text == phrases.resumption)
    }

    @Test("a cancelled whisper that nobody has noticed leaves no trace on the line")
    func unnoticed() {
        var scene = Scene()
        scene.annHolds()
        scene.tell(.callerBegan)
        let begin = scene.send(.beginWhisper(.standard, when: .now))
        scene.send(.cancelWhisper)
        #expect(scene.result(of: begin) == "cancelled: cancelled")
        #expect(scene.last.contains(.holdTurns(false)))
        #expect(scene.speech == nil)
        #expect(scene.answers.isEmpty)
    }

    @Test("after a cancelled whisper what was cut off is asked for again")
    func cutOff() {
        var scene = Scene()
        scene.annHolds()
        scene.tell(.agentBegan(isInterruptible: true))
        scene.send(.beginWhisper(.standard, when: .now))
        scene.tell(.cutOff(heard: "We"))
        scene.sayIt()
        scene.send(.cancelWhisper)
        #expect(scene.last.contains(.answer(held: [], bridge: phrases.resumption)))
    }

    @Test("an instruction may come before the agent is ready, and is taken as soon as it is")
    func early() {
        var scene = Scene()
        scene.annHolds()
        scene.send(.beginWhisper(.standard, when: .nextTurn))
        let inject = scene.send(.injectWhisper("Quick."))
        #expect(scene.records("instruction_ack").isEmpty)
        scene.sayIt()
        #expect(scene.records("instruction_ack").first?["command_id"] == .string(inject))
        #expect(scene.control.mode == .agent)
    }

    @Test("a pause ends when it was to, or when it is resumed", arguments: [true, false])
    func pause(isResumed: Bool) {
        var scene = Scene()
        scene.annHolds()
        let pause = scene.send(.pause(say: "Please hold.", atMost: 30))
        #expect(scene.speech?.text == "Please hold.")
        scene.sayIt()
        scene.callerSays("Still there?", turn: 3)
        scene.pass(29)
        #expect(scene.result(of: pause) == "applied")
        if isResumed { scene.send(.resume(say: "Here I am.")) } else { scene.pass(1) }
        #expect(
            scene.last.contains(
                .answer(
                    held: [HeldTurn(speaker: "caller", text: "Still there?")],
                    bridge: isResumed ? "Here I am." : phrases.resumption)))
    }

    @Test("a whisper in a pause needs no second excuse")
    func whisperInPause() {
        var scene = Scene()
        scene.annHolds()
        scene.send(.pause(say: nil, atMost: 60))
        scene.sayIt()
        scene.send(.beginWhisper(.standard, when: .now))
        #expect(scene.control.mode == .held(by: "usr_ann", reason: "whisper"))
        #expect(said(phrases.excuse, in: scene) == 1)
        #expect(scene.records("whisper").last?["phase"] == "held")
    }

    @Test("a stage that answers nothing does not keep the agent from waiting, nor from going on")
    func deadStage() {
        var scene = Scene()
        scene.annHolds()
        scene.tell(.agentBegan(isInterruptible: true))
        let begin = scene.send(.beginWhisper(.standard, when: .nextTurn))
        scene.pass(10)
        #expect(scene.last.contains(.silence(at: .frame)))
        scene.pass(2)
        #expect(scene.result(of: begin) == "applied")
        scene.pass(15)
        #expect(scene.records("whisper").last?["phase"] == "held")
        scene.send(.injectWhisper("Go."))
        #expect(scene.control.mode == .agent)
        scene.pass(15)
        #expect(scene.records("whisper").last?["phase"] == "none")
    }

    @Test(
        "an agent that begins to speak before it could know is silenced, and a question that was put twice is answered once"
    )
    func late() {
        var scene = Scene()
        scene.annHolds()
        scene.tell(.callerBegan)
        scene.send(.beginWhisper(.none, when: .now))
        scene.tell(.callerEnded, .words(HeldTurn(speaker: "caller", text: "Yes."), turn: 4), .thinking(turn: 4))
        #expect(scene.last.contains(.abandonAnswer))
        scene.tell(.agentBegan(isInterruptible: true))
        #expect(scene.last == [.silence(at: .frame)])
        scene.tell(.cutOff(heard: ""))
        scene.send(.injectWhisper("Go."))
        #expect(scene.answers == [[]])
    }

    @Test("a muted agent listens, and answers what was said when it may talk again")
    func muted() {
        var scene = Scene()
        scene.annHolds()
        scene.tell(.thinking(turn: 1))
        scene.send(.muteAgent)
        #expect(scene.last.contains(.abandonAnswer))
        scene.callerSays("Hello?", turn: 2)
        scene.pass(20)
        scene.send(.unmuteAgent)
        #expect(scene.answers == [[HeldTurn(speaker: "caller", text: "Hello?")]])
        #expect(scene.control.mode == .agent)
    }
}
