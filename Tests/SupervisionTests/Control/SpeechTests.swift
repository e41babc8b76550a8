import Document
import Engine
import FoundationEssentials
import Supervision
import Testing

@Suite("Words of supervisors")
struct SpeechTests {
    private func say(_ when: Command.Moment, isInterruptible: Bool = true) -> Command.Body {
        .say("Good news.", when: when, isInterruptible: isInterruptible, endsCall: false)
    }

    @Test("now cuts in, next turn waits for the sentence, idle for quiet")
    func moments() {
        var scene = Scene()
        scene.send(say(.now))
        #expect(scene.speech.map { $0.isImmediate && !$0.waitsForQuiet && $0.priority == .supervisor } == true)
        scene.send(say(.nextTurn))
        #expect(scene.speech.map { !$0.isImmediate && !$0.waitsForQuiet && $0.priority == .supervisor } == true)
        scene.send(say(.idle))
        #expect(scene.speech.map { !$0.isImmediate && $0.waitsForQuiet && $0.priority == .reply } == true)
    }

    @Test("the outcome says what was heard", arguments: [true, false])
    func heard(isWhole: Bool) {
        var scene = Scene()
        let id = scene.send(say(.now))
        scene.tell(.speechBegan(id: id), .speechEnded(id: id, heard: "Good", isWhole: isWhole))
        #expect(scene.outcome(of: id)?["heard"] == "Good")
        #expect(scene.outcome(of: id)?["effect"] == (isWhole ? "spoken" : "truncated"))
    }

    @Test("while one holds the agent the words of another wait, and their time runs")
    func held() {
        var scene = Scene()
        let before = scene.send(say(.idle), by: Scene.bob)
        _ = scene.annWhispers()
        #expect(scene.effects.contains(.withdraw(speech: before)))
        let short = scene.send(say(.now), by: Scene.bob, lives: 5)
        let long = scene.send(say(.now), by: Scene.bob, lives: 60)
        let own = scene.send(say(.now))
        #expect(scene.speech?.id == own)
        scene.pass(6)
        #expect(scene.result(of: short) == "expired: ttl")
        scene.send(.cancelWhisper)
        let given = scene.last.compactMap { if case .say(let speech) = $0 { speech.id } else { nil } }
        #expect(given.contains(before) && given.contains(long))
    }

    @Test("words that have begun do not expire")
    func begun() {
        var scene = Scene()
        let id = scene.send(say(.now), lives: 5)
        scene.tell(.speechBegan(id: id))
        scene.pass(20)
        #expect(scene.course(of: id) == ["queued"])
    }

    @Test("an interruption of silence succeeds; what may not be interrupted is not")
    func interrupt() {
        var scene = Scene()
        let silent = scene.send(.interrupt)
        #expect(scene.outcome(of: silent)?["effect"] == "silent")
        let id = scene.send(say(.now, isInterruptible: false))
        scene.tell(.speechBegan(id: id))
        let stubborn = scene.send(.interrupt)
        #expect(scene.outcome(of: stubborn)?["effect"] == "uninterruptible")
        #expect(!scene.effects.contains(.silence(at: .frame)))
    }

    @Test("another answer: what is awaited is abandoned, what is being said is cut off")
    func regenerate() {
        var scene = Scene()
        scene.tell(.thinking(turn: 1))
        let thinking = scene.send(.regenerate(guidance: "Shorter."))
        #expect(scene.last.contains(.abandonAnswer) && scene.last.contains(.answer(held: [], bridge: nil)))
        #expect(scene.result(of: thinking) == "applied")
        scene.tell(.thinking(turn: 1), .answered(turn: 1), .agentBegan(isInterruptible: true))
        let speaking = scene.send(.regenerate(guidance: nil))
        #expect(scene.last.contains(.silence(at: .frame)))
        scene.tell(.cutOff(heard: "Well"))
        #expect(scene.last.contains(.answer(held: [], bridge: nil)))
        #expect(scene.outcome(of: speaking)?["heard"] == "Well")
        scene.tell(.toolBegan(id: "#1"))
        let tool = scene.send(.regenerate(guidance: nil))
        #expect(scene.result(of: tool) == "rejected: tool-running")
    }

    @Test("who sent a command may take it back while nothing of it is done")
    func cancel() {
        var scene = Scene()
        let id = scene.send(say(.idle))
        let stranger = scene.send(.cancel(command: id), by: Scene.bob)
        #expect(scene.result(of: stranger) == "rejected: forbidden")
        let own = scene.send(.cancel(command: id))
        #expect(scene.result(of: own) == "applied")
        #expect(scene.result(of: id) == "cancelled")
        #expect(scene.last.contains(.withdraw(speech: id)))
        let late = scene.send(.cancel(command: id))
        #expect(scene.result(of: late) == "rejected: too-late")
    }

    @Test("an instruction reaches as many turns as it says, and is forgotten then")
    func reach() {
        var scene = Scene()
        let id = scene.send(
            .inject(Instruction("Be kind.", author: "a", reach: .turns(2)), respond: .never))
        #expect(scene.outcome(of: id)?["effect"] == "noted")
        scene.tell(.consumed(commands: [id], turn: 1))
        #expect(scene.last.isEmpty)
        scene.tell(.consumed(commands: [id], turn: 2))
        #expect(scene.last == [.forget(instructionOf: id)])
    }

    @Test("an instruction that nobody used in time is withdrawn")
    func unused() {
        var scene = Scene()
        let id = scene.send(.inject(Instruction("Be kind.", author: "a"), respond: .nextTurn))
        scene.pass(30)
        #expect(scene.result(of: id) == "expired: ttl")
        #expect(scene.last.contains(.forget(instructionOf: id)))
    }

    @Test("a full queue takes no more, but an end and a note always")
    func quota() {
        var scene = Scene()
        for _ in 0..<100 { scene.send(say(.idle)) }
        let more = scene.send(say(.now))
        #expect(scene.result(of: more) == "rejected: quota")
        let note = scene.send(.note("Full."))
        #expect(scene.result(of: note) == "applied")
    }

    @Test("while a question waits for people the caller hears that it takes time: after 3, 12 and 30 seconds")
    func fillers() {
        var scene = Scene()
        scene.tell(
            .approvalAsked(
                Approval(
                    id: "s:#1", session: "sess_1", tool: "book", arguments: [:], prompt: "Book?", askedAt: scene.now,
                    deadline: nil)))
        var times: [Int] = []
        for second in 1...60 {
            scene.pass(1)
            if scene.last.contains(where: { if case .say = $0 { true } else { false } }) { times.append(second) }
        }
        #expect(times == [3, 12, 30])
        let filler = scene.speech?.id ?? ""
        scene.tell(.approvalClosed(id: "s:#1", status: .expired))
        #expect(scene.last.contains(.withdraw(speech: filler)))
    }
}
