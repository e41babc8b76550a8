import Audio
import Dialogue
import Simulation
import Synchronization
import Testing
import Timing

@Suite("Whatever happens, in whatever order")
struct InvariantTests {
    /// Calls that were played to their ends, by their seeds.
    private static let finished = Mutex<[UInt64: Play]>([:])

    private func finishedPlay(seed: UInt64) -> Play {
        if let known = Self.finished.withLock({ $0[seed] }) { return known }
        var play = play(seed: seed)
        while play.now < 200_000, play.ends.isEmpty { play.run(until: play.now + 1_000) }
        // What comes after the end would be seen.
        play.run(until: play.now + 3_000)
        Self.finished.withLock { $0[seed] = play }
        return play
    }

    /// By judgement or by counts, ahead of time or not.
    private func numbers(_ seed: UInt64) -> TurnTaking {
        switch seed % 4 {
        case 0: .simple
        case 1: .plain
        default: TurnTaking()
        }
    }

    /// A call in which everything happens at random moments, with engines that answer, fail or stay silent at random.
    private func play(seed: UInt64) -> Play {
        var random = SeededGenerator(seed: seed)
        var play = Play(numbers(seed))
        play.joins(greeting: Bool.random(using: &random) ? "Hello there, friend." : nil)
        var time = 500
        while time < 90_000 {
            let length = Int.random(in: 60...2_500, using: &random)
            play.callerSpeaks(from: time, to: time + length)
            time += length + Int.random(in: 100...9_000, using: &random)
        }
        let texts = ["yes", "mm-hm", "", "I need an oil change", "stop", "okay"]
        play.recognizer = (0..<40).map { _ in answer(texts, &random) }
        play.graph = (0..<40).map { _ in answer(["Fine.", "Is Monday good for you? We have ten and two.", ""], &random)
        }
        play.repliesAreInterruptible = Int.random(in: 0..<4, using: &random) > 0
        play.repliesEndCall = Int.random(in: 0..<6, using: &random) == 0
        play.synthesizerFails = Int.random(in: 0..<12, using: &random) == 0
        for index in 0..<4 {
            guard let priority = Announcement.Priority.allCases.randomElement(using: &random) else { continue }
            let news = Announcement(id: "n\(index)", text: "News number \(index).", priority: priority)
            play.at(Int.random(in: 0..<90_000, using: &random), .announcement(news))
        }
        if Bool.random(using: &random) {
            let away = Int.random(in: 1_000..<80_000, using: &random)
            play.at(away, .callerLeft(mayReturn: true))
            play.at(away + Int.random(in: 10..<30_000, using: &random), .callerJoined(greeting: nil))
        }
        for _ in 0..<20 { play.at(Int.random(in: 0..<90_000, using: &random), stray(&random)) }
        whisper(&play, &random)
        if seed / 2 % 2 == 1 { steer(&play, &random) }
        return play
    }

    /// People who do anything at any time, and let go before the caller falls silent for good.
    private func steer(_ play: inout Play, _ random: inout SeededGenerator) {
        for index in 0..<40 {
            let time = Int.random(in: 0..<90_000, using: &random)
            play.at(time, wish(index, &random))
        }
        play.at(91_000, .holdTurns(false))
        play.at(91_000, .quiet(false))
    }

    /// What comes ahead of time, late or out of place: guesses of the recogniser, keys, others, drafts.
    private func whisper(_ play: inout Play, _ random: inout SeededGenerator) {
        play.draft = .text("Fine.", after: Int.random(in: 0..<400, using: &random))
        let keys: [Character] = ["1", "2", "#", "*", "x"]
        for _ in 0..<60 {
            let (turn, revision) = (Int.random(in: 0..<12, using: &random), Int.random(in: 0..<3, using: &random))
            let event: Dialogue.Event =
                switch Int.random(in: 0..<7, using: &random) {
                case 0, 1: .partial("mm-hm", turn: turn, isComplete: Bool.random(using: &random))
                case 2, 3: .partial("I need an", turn: turn)
                case 4: .key(keys.randomElement(using: &random) ?? "1")
                case 5: .transcript("out of place", turn: turn, revision: revision)
                default: .prepared(Reply(turn: turn, text: "A draft."), revision: revision)
                }
            play.at(Int.random(in: 0..<88_000, using: &random), event)
        }
        play.at(Int.random(in: 0..<80_000, using: &random), .aside("Me, too.", speaker: "Bob"))
    }

    private func wish(_ index: Int, _ random: inout SeededGenerator) -> Dialogue.Event {
        switch Int.random(in: 0..<9, using: &random) {
        case 0: .silence(at: .frame)
        case 1: .silence(at: .sentence)
        case 2: .abandonAnswer
        case 3: .holdTurns(Bool.random(using: &random))
        case 4: .quiet(Bool.random(using: &random))
        case 5: .answer
        case 6: .withdraw("s\(Int.random(in: 0..<40, using: &random))")
        default:
            .say(
                ControlledSpeech(
                    id: "s\(index)", text: "Word \(index) of mine. And another one.",
                    priority: ControlledSpeech.Priority.allCases.randomElement(using: &random) ?? .reply,
                    isInterruptible: Bool.random(using: &random),
                    waitsForQuiet: Int.random(in: 0..<4, using: &random) == 0,
                    isImmediate: Bool.random(using: &random)))
        }
    }

    private func answer(_ texts: [String], _ random: inout SeededGenerator) -> Play.Answer {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: .failure(after: Int.random(in: 0..<3_000, using: &random))
        case 1: .never
        default: .text(texts.randomElement(using: &random) ?? "", after: Int.random(in: 0..<6_000, using: &random))
        }
    }

    /// An event that nobody waits for.
    private func stray(_ random: inout SeededGenerator) -> Dialogue.Event {
        let number = Int.random(in: 0..<12, using: &random)
        return switch Int.random(in: 0..<7, using: &random) {
        case 0: .transcript("stray", turn: number)
        case 1: .reply(Reply(turn: number, text: "Stray."))
        case 2: .synthesisFinished(utterance: number)
        case 3: .replyFailed(turn: number)
        case 4: .recognitionFailed(turn: number)
        case 5: .callerJoined(greeting: "Hello again.")
        default: .adopt(.simple)
        }
    }

    @Test("one question a turn, one reply a question, one thing said at a time", arguments: 0..<24)
    func turns(seed: UInt64) {
        let play = finishedPlay(seed: seed)
        #expect(Set(play.asked.map(\.turn)).count == play.asked.count)
        let replies = play.spoken.filter { !$0.utterance.isResumed }.map(\.utterance.purpose)
        for turn in Set(play.asked.map(\.turn)) {
            #expect(replies.filter { $0 == .reply(turn: turn) }.count <= 1)
        }
        #expect(Set(play.spoken.map(\.utterance.id)).count == play.spoken.count)
        var current: Int?
        for entry in play.log {
            if case .speak(let utterance) = entry.effect {
                #expect(current == nil, "two utterances at once")
                current = utterance.id
            }
            if case .heard(let heard) = entry.effect, heard.utterance.id == current { current = nil }
        }
    }

    @Test("what was heard is a beginning of what was said, and is reported once", arguments: 0..<24)
    func heard(seed: UInt64) {
        let play = finishedPlay(seed: seed)
        let heard = play.heard
        #expect(Set(heard.map(\.utterance.id)).count == heard.count)
        for one in heard {
            #expect(one.utterance.text.hasPrefix(one.text))
            #expect(!one.isComplete || one.text == one.utterance.text)
        }
    }

    @Test("the agent does not begin while the caller speaks, and is silent at once when it yields", arguments: 0..<24)
    func floor(seed: UInt64) {
        let play = finishedPlay(seed: seed)
        var generation = 0
        var isListening = false
        for entry in play.log {
            switch entry.effect {
            case .clearPlayout(let next):
                #expect(next == generation + 1)
                generation = next
            case .speak(let utterance):
                #expect(utterance.generation == generation)
                #expect(!isListening, "begins at \(entry.time) while the caller speaks")
            case .listen: isListening = true
            case .endOfUtterance, .abandonRecognition: isListening = false
            default: break
            }
        }
    }

    @Test("the call is never stuck: it ends, or speaks again within the longest of its waits", arguments: 0..<24)
    func progress(seed: UInt64) {
        let play = finishedPlay(seed: seed)
        // The caller is silent from 92 s on at the latest; then only prompts and the farewell follow.
        #expect(play.ends.count == 1)
        if let end = play.log.lastIndex(where: { if case .endCall = $0.effect { true } else { false } }) {
            #expect(end == play.log.count - 1)
        }
        let limit = 20_000 + 20_000
        let moments = play.log.map(\.time)
        #expect(zip(moments, moments.dropFirst()).allSatisfy { $1 - $0 <= limit })
    }

    @Test("waking early changes nothing, waking at the timeout makes progress", arguments: 0..<10)
    func timers(seed: UInt64) {
        var play = play(seed: seed)
        for _ in 0..<800 {
            play.run(until: play.now + 100)
            guard let timeout = play.dialogue.timeout else { continue }
            var copy = play.dialogue
            #expect(copy.handleTimeout(now: timeout - .nanoseconds(1)).isEmpty)
            #expect(copy.timeout == timeout)
            _ = copy.handleTimeout(now: timeout)
            #expect(copy.timeout != timeout)
        }
    }

    @Test(
        "steered or not: speech begins and ends once, silence is answered once, the floor passes in turn",
        arguments: 0..<24)
    func reports(seed: UInt64) {
        let play = finishedPlay(seed: seed)
        let reports = play.floor.map(\.report)
        let began = reports.compactMap { if case .speechBegan(let id) = $0 { id } else { nil } }
        let ended = reports.compactMap { if case .speechEnded(let id, _, _) = $0 { id } else { nil } }
        #expect(Set(began).count == began.count && Set(ended).count == ended.count)
        #expect(Set(began).isSubset(of: ended))
        let caller = reports.filter { $0 == .callerBegan || $0 == .callerEnded }
        #expect(caller.indices.allSatisfy { caller[$0] == ($0 % 2 == 0 ? .callerBegan : .callerEnded) })
        var isSaying = false
        for report in reports {
            switch report {
            case .agentBegan:
                #expect(!isSaying)
                isSaying = true
            case .agentEnded:
                #expect(isSaying)
                isSaying = false
            default: break
            }
        }
    }

    @Test("what may not be interrupted is heard whole, unless the call ends or its sound fails", arguments: 0..<24)
    func uninterruptible(seed: UInt64) {
        let play = finishedPlay(seed: seed)
        guard !play.synthesizerFails else { return }
        let end = play.ends.first?.time ?? .max
        for heard in play.heard where !heard.utterance.isInterruptible && !heard.isComplete {
            let began = play.spoken.first { $0.utterance.id == heard.utterance.id }?.time
            let wasLeft = play.log.contains { $0.effect == .state(.idle) && $0.time >= began ?? .max }
            #expect(began == nil || end == .max || wasLeft)
        }
    }

    @Test("every turn of the caller is asked or comes out, and comes once", arguments: 0..<24)
    func turnsOut(seed: UInt64) {
        let play = finishedPlay(seed: seed)
        let out = play.log.compactMap { entry -> Int? in
            switch entry.effect {
            case .ask(_, let turn), .askAgain(let turn), .overheard(_, let turn): turn
            default: nil
            }
        }
        #expect(Set(out).count == out.count)
    }

    @Test("a turn is over once, and asked only then", arguments: 0..<24)
    func oneCommit(seed: UInt64) {
        let play = finishedPlay(seed: seed)
        var ended: Set<Int> = []
        var revisions: [Int: Int] = [:]
        for entry in play.log {
            switch entry.effect {
            case .softEnd(let turn, let revision):
                #expect(!ended.contains(turn) && revision == revisions[turn] ?? 0)
            case .reopen(let turn, let revision):
                #expect(!ended.contains(turn) && revision == (revisions[turn] ?? 0) + 1)
                revisions[turn] = revision
            case .prepare(_, let turn, let revision):
                #expect(!ended.contains(turn) && revision == revisions[turn] ?? 0)
            case .endOfUtterance(let turn, let revision):
                #expect(ended.insert(turn).inserted && revision == revisions[turn] ?? 0)
            case .listen(_, let turn): #expect(!ended.contains(turn))
            default: break
            }
        }
    }

    @Test("the sound that was lowered or stands still goes on, or is dropped; none of it is lost", arguments: 0..<24)
    func steps(seed: UInt64) {
        let play = finishedPlay(seed: seed)
        var (isLowered, isHeld) = (false, false)
        for entry in play.log {
            switch entry.effect {
            case .duck(let down):
                #expect(isLowered != down)
                isLowered = down
            case .hold:
                #expect(isLowered && !isHeld)
                isHeld = true
            case .resume:
                #expect(isHeld)
                isHeld = false
            case .clearPlayout: isHeld = false
            default: break
            }
        }
        #expect(!isLowered && !isHeld && play.hasNoGap)
    }
}
