import Document
import FoundationEssentials
import Supervision
import Testing

@Suite("Takeover")
struct TakeoverTests {
    private let phrases = ControlPhrases()

    private func phases(_ scene: Scene) -> [String] {
        scene.records("takeover").compactMap { $0["phase"]?.string }
    }

    /// Ann talks in the agent's place.
    private func taken() -> Scene {
        var scene = Scene()
        scene.annHolds()
        scene.send(.takeOver(attachment: "att_1", announcement: .standard))
        scene.tell(.trackBegan(attachment: "att_1"))
        scene.sayIt()
        return scene
    }

    @Test("a person takes over when their microphone is there, and the agent falls silent before")
    func play() {
        var scene = Scene()
        scene.annHolds()
        scene.tell(.agentBegan(isInterruptible: true))
        let takeOver = scene.send(.takeOver(attachment: "att_1", announcement: .standard))
        #expect(scene.control.mode == .agent)
        scene.pass(3)
        scene.tell(.trackBegan(attachment: "att_1"))
        #expect(scene.last.contains(.silence(at: .frame)))
        #expect(scene.last.contains(.holdTurns(true)))
        #expect(scene.control.mode == .agent)
        scene.tell(.cutOff(heard: "We"))
        #expect(scene.speech?.text == phrases.announcement)
        #expect(scene.control.mode == .human(by: "usr_ann"))
        #expect(scene.course(of: takeOver) == ["queued", "applied"])

        scene.tell(.words(HeldTurn(speaker: "att_1", text: "Hi."), turn: 2))
        scene.send(.release(brief: "She wants Tuesday."))
        #expect(scene.last.contains(.remove(attachment: "att_1")))
        #expect(scene.last.contains(.answer(held: [HeldTurn(speaker: "att_1", text: "Hi.")], bridge: phrases.bridge)))
        #expect(scene.control.mode == .agent)
        scene.tell(.agentBegan(isInterruptible: true))
        #expect(phases(scene) == ["offered", "switching", "human", "returning", "none"])
    }

    @Test("an agent that does not fall silent is waited for no longer than 200 ms")
    func flush() {
        var scene = Scene()
        scene.annHolds()
        scene.tell(.agentBegan(isInterruptible: true), .trackBegan(attachment: "att_1"))
        scene.send(.takeOver(attachment: "att_1", announcement: .none))
        scene.pass(0.19)
        #expect(scene.control.mode == .agent)
        scene.pass(0.02)
        #expect(scene.control.mode.name == "human")
    }

    @Test("it fails when no microphone comes within ten seconds, and the agent talks on")
    func failed() {
        var scene = Scene()
        scene.annHolds()
        let takeOver = scene.send(.takeOver(attachment: "att_1", announcement: .none))
        scene.pass(10)
        #expect(scene.result(of: takeOver) == "failed: no-track")
        #expect(scene.last.contains(.remove(attachment: "att_1")))
        #expect(phases(scene) == ["offered", "failed"])
        #expect(scene.control.mode == .agent)
    }

    @Test("a person who is cut off has five seconds to come back", arguments: [4.0, 6])
    func reconnect(after seconds: TimeInterval) {
        var scene = taken()
        scene.tell(.trackEnded(attachment: "att_1"))
        scene.pass(seconds)
        scene.tell(.trackBegan(attachment: "att_1"))
        #expect(scene.control.mode.name == (seconds < 5 ? "human" : "ai"))
    }

    @Test("words of supervisors are rejected while a person talks")
    func say() {
        var scene = taken()
        let say = scene.send(.say("Psst.", when: .now, isInterruptible: true, endsCall: false), by: Scene.bob)
        #expect(scene.result(of: say) == "rejected: mode")
    }

    @Test("who whispers may take over: the whisper is over, and its instruction with it")
    func fromWhisper() {
        var scene = Scene()
        _ = scene.annWhispers()
        scene.send(.takeOver(attachment: "att_1", announcement: .none))
        #expect(scene.control.mode.name == "held")
        scene.tell(.trackBegan(attachment: "att_1"))
        #expect(scene.control.mode == .human(by: "usr_ann"))
        #expect(scene.records("whisper").last?["phase"] == "none")
        let inject = scene.send(.injectWhisper("Hm."))
        #expect(scene.result(of: inject) == "rejected: mode")
    }

    @Test("the agent goes on when who talks loses the lease")
    func leaseLost() {
        var scene = taken()
        scene.tell(.holderLost(principal: "usr_ann"))
        scene.pass(15)
        #expect(scene.control.mode == .agent)
        #expect(scene.effects.contains(.remove(attachment: "att_1")))
        #expect(scene.speech?.text == phrases.bridge)
    }

    @Test("a caller who asks for a person and waits is held, and told when none comes")
    func blocking() {
        var scene = Scene()
        let transfer = scene.send(
            .transfer(.queue(skills: ["sales"]), message: nil, isBlocking: true), by: Scene.caller)
        #expect(scene.control.mode == .held(by: "sess_1", reason: "handoff"))
        #expect(scene.speech?.text == phrases.oneMoment)
        scene.sayIt()
        scene.tell(.carriedOut(command: transfer, failure: nil))
        scene.annHolds()
        scene.send(.takeOver(attachment: "att_1", announcement: .none))
        scene.pass(11)
        #expect(scene.speech?.text == phrases.oneMoment)
        scene.pass(60)
        #expect(scene.control.mode == .agent)
    }
}
