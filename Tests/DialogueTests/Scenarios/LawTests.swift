import Audio
import Dialogue
import Simulation
import Testing

/// Conversations in which anything happens at any time: `Scenario.run` checks the laws of each.
@Suite("Scripted: whatever happens, in whatever order")
struct LawTests {
    private static let texts = [
        "stop wait", "mm-hm", "yeah", "i need an", "oil change", "no", "what about tuesday at nine", "my number is",
        "okay",
        "five five five", "um", "can you say that again please",
    ]

    private func scenario(seed: UInt64) -> Scenario {
        var random = SeededGenerator(seed: seed &* 7_919 &+ 1)
        var scenario = Scenario(greeting: Bool.random(using: &random) ? "Hi." : nil)
        scenario.model.answers(Scenario.longReply, "Is Monday fine? Or Tuesday?", "Done.", firstToken: 0)
        scenario.model.delay = Int.random(in: 0...500, using: &random)
        scenario.model.worksAhead = Int.random(in: 0..<4, using: &random) > 0
        scenario.model.isInterruptible = Int.random(in: 0..<5, using: &random) > 0
        scenario.model.endsCall = Int.random(in: 0..<12, using: &random) == 0
        scenario.model.expects = [nil, .yesNo, .digits, .date, .name].randomElement(using: &random) ?? nil
        scenario.recognizer.usual = .final(after: Int.random(in: 0...700, using: &random))
        scenario.recognizer.partialDelay = Bool.random(using: &random) ? Int.random(in: 20...300, using: &random) : nil
        if Int.random(in: 0..<4, using: &random) == 0 {
            scenario.recognizer.answers = [.never, .failure(after: 200), .final(after: 50)].shuffled(using: &random)
        }
        scenario.synthesizer.ttfb = Int.random(in: 0...400, using: &random)
        scenario.synthesizer.timesWords = Bool.random(using: &random)
        if Bool.random(using: &random) { scenario.synthesizer.piece = Int.random(in: 40...600, using: &random) }
        speak(&scenario, &random)
        for _ in 0..<Int.random(in: 0...5, using: &random) {
            scenario.at(Double.random(in: 0.1...2.1, using: &random), event(&random))
        }
        return scenario
    }

    private func speak(_ scenario: inout Scenario, _ random: inout SeededGenerator) {
        var time = Double.random(in: 0.1...0.6, using: &random)
        while time < 2 {
            let lasting = Double(Int.random(in: 4...40, using: &random)) * 0.02
            let text = Self.texts.randomElement(using: &random) ?? ""
            switch Int.random(in: 0..<6, using: &random) {
            case 0: scenario.caller.makesNoise(at: time, lasting: lasting)
            case 1: scenario.caller.says("aaaa bbbb", at: time, lasting: lasting, sound: .ownEcho)
            default: scenario.caller.says(text, at: time, lasting: lasting)
            }
            time += lasting + Double(Int.random(in: 2...60, using: &random)) * 0.02
        }
    }

    /// What nobody waits for, and what people do at any time.
    private func event(_ random: inout SeededGenerator) -> Dialogue.Event {
        let number = Int.random(in: 0...4, using: &random)
        return switch Int.random(in: 0..<16, using: &random) {
        case 0: .transcript("stray words", turn: number, revision: number / 2)
        case 1: .prepared(Reply(turn: number, text: "Stray."), revision: number / 2)
        case 2: .reply(Reply(turn: number, text: "Stray."))
        case 3: .partial("stray words", turn: number, isComplete: true)
        case 4: .recognitionFailed(turn: number)
        case 5: .typed("typed words")
        case 6: .key("5")
        case 7: .aside("somebody's words", speaker: "guest")
        case 8: .silence(at: .sentence)
        case 9: .silence(at: .frame)
        case 10: .announcement(Announcement(id: "n", text: "Sarah is free now.", priority: .interrupt))
        case 11: .say(ControlledSpeech(id: "s", text: "We are with you.", priority: .supervisor, isImmediate: true))
        case 12: .callerLeft(mayReturn: true)
        case 13: .callerJoined(greeting: nil)
        case 14: .abandonAnswer
        default: Int.random(in: 0..<4, using: &random) == 0 ? .conclude("Goodbye.") : .answer
        }
    }

    @Test("a playout that does something else breaks a law", arguments: ScriptedPlayout.Fault.allCases)
    func broken(fault: ScriptedPlayout.Fault) {
        var scenario = Scenario.talk()
        scenario.playout.fault = fault
        scenario.caller.says("mm-hm", at: 2.4, lasting: 0.3)
        scenario.caller.says("stop wait", at: 3.4, lasting: 0.6)
        scenario.advance(until: 6)
        #expect(!scenario.brokenLaws.isEmpty)
    }

    @Test("the laws hold", arguments: 0..<24)
    func laws(block: UInt64) {
        for seed in 0..<64 {
            var scenario = scenario(seed: block * 64 + UInt64(seed))
            scenario.run(until: 2.2)
            #expect(!scenario.log.isEmpty)
        }
    }

    @Test("every wait ends: the caller is silent, and so is the agent, or the call is over", arguments: 0..<24)
    func waits(seed: UInt64) {
        var scenario = scenario(seed: 100_000 + seed)
        scenario.run(until: 30)
        // Prompts come at their time; nothing else is awaited any more.
        let open = Set(scenario.softEnds.map(\.turn)).subtracting(scenario.turnEnds.map(\.turn)).subtracting(
            scenario.log.compactMap { if case .abandonRecognition(let turn) = $0.effect { turn } else { nil } })
        #expect(open.isEmpty, "\(scenario.transcript)")
        #expect(scenario.dialogue.state != .thinking, "\(scenario.transcript)")
    }
}
