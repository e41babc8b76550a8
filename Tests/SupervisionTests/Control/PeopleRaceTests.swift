import Document
import Engine
import FoundationEssentials
import Supervision
import Testing

/// Rows R5 and R10 to R22 of the control API's table of races (§10.8), each by its number.
@Suite("Races about people")
struct PeopleRaceTests {
    private func approval(to approver: String? = nil, at now: Date) -> Approval {
        Approval(
            id: "sess_1:#4", session: "sess_1", tool: "book", arguments: ["time": "10:00"], prompt: "Book?",
            askedAt: now,
            deadline: now.addingTimeInterval(45), approver: approver)
    }

    private let yes = Command.Body.decide(approval: "sess_1:#4", Decision("approve"))
    private let no = Command.Body.decide(approval: "sess_1:#4", Decision("reject"))

    @Test("R5: a whisper while an approval waits: both stay, and it may be decided inside held")
    func whisperAndApproval() {
        var scene = Scene()
        scene.tell(.approvalAsked(approval(at: scene.now)))
        _ = scene.annWhispers()
        #expect(!scene.effects.contains(.suspendDeadline(approval: "sess_1:#4", true)))
        let decide = scene.send(yes, by: Scene.bob)
        #expect(scene.last.contains(.decide(approval: "sess_1:#4", Decision("approve"), command: decide)))
        scene.tell(.carriedOut(command: decide, failure: nil))
        #expect(scene.result(of: decide) == "applied")
        #expect(scene.control.mode.name == "held")
    }

    @Test("R5: the deadline stands still while its approver whispers, and runs on afterwards")
    func approverWhispers() {
        var scene = Scene()
        scene.tell(.approvalAsked(approval(to: "usr_ann", at: scene.now)))
        _ = scene.annWhispers()
        #expect(scene.effects.contains(.suspendDeadline(approval: "sess_1:#4", true)))
        scene.send(.cancelWhisper)
        #expect(scene.last.contains(.suspendDeadline(approval: "sess_1:#4", false)))
    }

    @Test(
        "R10: of two supervisors the second is told who has the say",
        arguments: [
            Command.Body.beginWhisper(.standard, when: .now), .pause(say: nil, atMost: 9),
            .takeOver(attachment: "att_9", announcement: .none),
        ])
    func twoSupervisors(second: Command.Body) {
        var scene = Scene()
        scene.annHolds()
        let acquire = scene.send(.acquireLease(for: 30, steals: false), by: Scene.bob)
        let other = scene.send(second, by: Scene.bob)
        for id in [acquire, other] {
            #expect(scene.result(of: id) == "rejected: control-held")
            #expect(scene.outcome(of: id)?["holder"]?["id"] == "usr_ann")
            #expect(scene.outcome(of: id)?["expires_at"] != nil)
        }
        #expect(scene.control.mode == .agent)
    }

    @Test("R11: of two decisions the first counts; the same once more is taken, another is not")
    func twoDecisions() {
        var scene = Scene()
        scene.tell(.approvalAsked(approval(at: scene.now)))
        let first = scene.send(yes)
        let same = scene.send(yes, by: Scene.bob)
        let other = scene.send(no, by: Scene.bob)
        #expect(scene.result(of: same) == "applied")
        #expect(scene.result(of: other) == "rejected: already-decided")
        #expect(scene.outcome(of: other)?["decision"] == "approve")
        #expect(scene.outcome(of: other)?["decided_by"] == "usr_ann")
        scene.tell(.carriedOut(command: first, failure: nil))
        let late = scene.send(no, by: Scene.bob)
        #expect(scene.result(of: late) == "rejected: already-decided")
        #expect(scene.effects.filter { if case .decide = $0 { true } else { false } }.count == 1)
        #expect(scene.records("approval").last?["status"] == "approved")
    }

    @Test("R12: words to be said now come before an urgent notification, and expire when they come too late")
    func sayAndNotification() {
        var scene = Scene()
        let say = scene.send(.say("Wait.", when: .now, isInterruptible: true, endsCall: false), lives: 8)
        #expect(ControlSpeech.Priority.farewell < .supervisor)
        #expect(scene.speech.map { $0.priority < .interrupt } == true)
        #expect(scene.speech?.isImmediate == true)
        scene.pass(8)
        #expect(scene.last.contains(.withdraw(speech: say)))
        #expect(scene.result(of: say) == "expired: ttl")
    }

    @Test(
        "R13: the end wins: what waited expires, a running tool is awaited for at most five seconds",
        arguments: [1.0, 20])
    func endAndAll(toolTakes seconds: TimeInterval) {
        var scene = Scene()
        let say = scene.send(.say("Later.", when: .idle, isInterruptible: true, endsCall: false))
        let inject = scene.send(.inject(Instruction("Sell.", author: "a"), respond: .nextTurn))
        _ = scene.annWhispers()
        scene.tell(.toolBegan(id: "#1"))
        let end = scene.send(.end(message: "Goodbye.", reason: "done", isForced: false), by: Scene.bob)
        for id in [say, inject] { #expect(scene.result(of: id) == "expired: session-ended") }
        let order = SessionControl.Effect.end(message: "Goodbye.", reason: "done", isForced: false)
        #expect(!scene.effects.contains(order))
        scene.pass(min(seconds, 4.9))
        if seconds < 5 { scene.tell(.toolEnded(id: "#1")) } else { scene.pass(0.2) }
        #expect(scene.effects.contains(order))
        let late = scene.send(.resume(say: nil))
        #expect(scene.result(of: late) == "expired: session-ended")
        scene.tell(.ended(reason: "done"))
        #expect(scene.result(of: end) == "applied")
    }

    @Test("R13: a forced end overtakes a farewell")
    func forcedEnd() {
        var scene = Scene()
        let polite = scene.send(.end(message: nil, reason: "done", isForced: false))
        let forced = scene.send(.end(message: nil, reason: "rude", isForced: true), by: Scene.bob)
        #expect(scene.result(of: polite) == "superseded")
        #expect(scene.last.contains(.end(message: nil, reason: "rude", isForced: true)))
        scene.tell(.ended(reason: "rude"))
        #expect(scene.result(of: forced) == "applied")
    }

    @Test("R14: the caller hangs up: waiting, questions and takeovers are void, and people leave the room")
    func hangUp() {
        var scene = Scene()
        scene.tell(.approvalAsked(approval(at: scene.now)), .trackBegan(attachment: "att_barge"))
        scene.annHolds()
        scene.send(.takeOver(attachment: "att_1", announcement: .none))
        scene.tell(.trackBegan(attachment: "att_1"))
        #expect(scene.control.mode.name == "human")
        scene.tell(.callerLeft)
        #expect(scene.control.mode == .agent)
        #expect(scene.last.contains(.remove(attachment: "att_1")))
        #expect(scene.last.contains(.remove(attachment: "att_barge")))
        #expect(scene.records("approval").last?["status"] == "void")
        let late = scene.send(.say("Hello?", when: .now, isInterruptible: true, endsCall: false))
        #expect(scene.result(of: late) == "rejected: caller-left")
    }

    @Test("R14: the caller hangs up while the agent waits for an instruction")
    func hangUpInHeld() {
        var scene = Scene()
        _ = scene.annWhispers()
        scene.tell(.callerLeft)
        #expect(scene.control.mode == .agent)
        #expect(scene.answers.isEmpty)
        let late = scene.send(.injectWhisper("Too late."))
        #expect(scene.result(of: late) == "rejected: caller-left")
    }

    @Test(
        "R15: a release while the caller asks: the agent waits for the end of the question, and answers it with all that was said"
    )
    func releaseAndQuestion() {
        var scene = Scene()
        scene.annHolds()
        scene.send(.takeOver(attachment: "att_1", announcement: .none))
        scene.tell(.trackBegan(attachment: "att_1"))
        let human = HeldTurn(speaker: "att_1", text: "It costs fifty.")
        scene.tell(.words(human, turn: 5), .callerBegan)
        let release = scene.send(.release(brief: "Fifty was agreed."))
        #expect(scene.result(of: release) == "applied")
        scene.pass(2)
        #expect(scene.answers.isEmpty)
        let asked = HeldTurn(speaker: "caller", text: "With tax?")
        scene.tell(.callerEnded, .words(asked, turn: 6))
        #expect(scene.last.contains(.answer(held: [human, asked], bridge: ControlPhrases().bridge)))
        #expect(scene.control.mode == .agent)
    }

    @Test("R16: while a person talks, the line is quiet: news is not spoken")
    func newsWhileHuman() {
        var scene = Scene()
        scene.annHolds()
        scene.send(.takeOver(attachment: "att_1", announcement: .none))
        scene.tell(.trackBegan(attachment: "att_1"))
        #expect(scene.last.contains(.quiet(true)))
        scene.tell(.agentBegan(isInterruptible: true))
        #expect(scene.last == [.silence(at: .frame)])
    }

    @Test("R17: a command on a stale view does nothing")
    func stale() {
        var scene = Scene()
        scene.tell(.words(HeldTurn(speaker: "caller", text: "Hi"), turn: 18))
        let say = Command.Body.say("Yes.", when: .now, isInterruptible: true, endsCall: false)
        let turn = scene.send(say, if: .init(turn: 17))
        scene.sequence = 413
        let sequence = scene.send(say, if: .init(sequence: 412))
        let mode = scene.send(say, if: .init(mode: "held"))
        for id in [turn, sequence, mode] { #expect(scene.result(of: id) == "rejected: stale-turn") }
        #expect(scene.speech == nil)
        scene.send(say, if: .init(turn: 18, sequence: 413, mode: "ai"))
        #expect(scene.speech != nil)
    }

    @Test("R17: words that had to wait are not said when the conversation has moved meanwhile")
    func staleLater() {
        var scene = Scene()
        _ = scene.annWhispers()
        let say = scene.send(
            .say("Yes.", when: .now, isInterruptible: true, endsCall: false), by: Scene.bob, if: .init(turn: 0))
        scene.callerSays("Hello?", turn: 1)
        scene.send(.cancelWhisper)
        #expect(scene.result(of: say) == "rejected: stale-turn")
    }

    @Test("R22: who may see the session no longer has nothing done there any more")
    func revoked() {
        var scene = Scene()
        let say = scene.send(.say("Hm.", when: .idle, isInterruptible: true, endsCall: false))
        let inject = scene.send(.inject(Instruction("Hm.", author: "a"), respond: .nextTurn))
        let begin = scene.annWhispers()
        scene.tell(.revoked(principal: "usr_ann"))
        #expect(scene.result(of: say) == "cancelled: revoked")
        #expect(scene.result(of: inject) == "cancelled: revoked")
        #expect(scene.result(of: begin) == "applied")
        #expect(scene.control.lease == nil)
        #expect(scene.control.mode == .agent)
        #expect(scene.records("whisper_expired").last?["reason"] == "revoked")
    }
}
