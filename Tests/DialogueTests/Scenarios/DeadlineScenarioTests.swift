import Dialogue
import Testing
import Timing

@Suite("Scripted: engines that fail, or never answer")
struct DeadlineScenarioTests {
    @Test("a recogniser that fails is apologised for when the turn is over", arguments: [20, 200, 600, 1_500])
    func recognizerFails(after: Int) {
        var scenario = Scenario.talk()
        scenario.recognizer.answers = [.failure(after: after)]
        scenario.run(until: 8)
        #expect(scenario.faults == [.recognition(turn: 1)] && scenario.asked.isEmpty)
        #expect(scenario.said == ["Hi.", Phrases().apology])
        // Without words, half of a second and something is waited for the rest.
        let wait = Int(Scenario.wait("").rounded(.up))
        #expect(scenario.spoken.last?.time == max(1_400 + wait, 1_500 + after))
    }

    @Test("a graph that is slow is bridged after three seconds, and given up after fifteen")
    func slowGraph() {
        var scenario = Scenario.talk()
        scenario.model.answers = [.never]
        scenario.run(until: 21)
        #expect(scenario.said == ["Hi.", Phrases().holding, Phrases().apology])
        #expect(scenario.spoken.map(\.time) == [0, 4_712, 16_712])
        #expect(scenario.faults == [.reply(turn: 1)])
    }

    @Test("a graph that fails is apologised for at once", arguments: [0, 100, 700])
    func graphFails(after: Int) {
        var scenario = Scenario.talk()
        scenario.model.answers = [.failure]
        scenario.model.delay = after
        scenario.run(until: 6)
        #expect(scenario.said == ["Hi.", Phrases().apology])
        #expect(scenario.spoken.last?.time == max(1_712, 1_580 + after))
    }

    @Test("a synthesiser that gives nothing is given up after five seconds, with an apology")
    func noSound() {
        var scenario = Scenario.talk()
        scenario.synthesizer.ttfb = nil
        scenario.run(until: 20)
        // The caller speaks into the greeting that nobody hears; then the reply fails, and the apology for it.
        #expect(scenario.faults == [.synthesis(utterance: 2), .synthesis(utterance: 3)])
        #expect(scenario.said == ["Hi.", Scenario.longReply, Phrases().apology])
        #expect(scenario.heard.allSatisfy { $0.text.isEmpty })
        #expect(scenario.states.last?.value == .listening)
    }

    @Test(
        "a synthesiser that breaks off leaves what was heard in the history",
        arguments: [260, 500, 1_000, 1_700, 2_400])
    func brokenSound(length: Int) throws {
        var scenario = Scenario.talk()
        scenario.synthesizer.piece = 100
        scenario.synthesizer.breaksAfter = length
        scenario.run(until: 8)
        let heard = try #require(scenario.heard.first { $0.utterance.text == Scenario.longReply })
        let truth = ScriptedSynthesizer.words(of: Scenario.longReply).filter {
            ($0.lowerBound + $0.upperBound) / 2 <= length
        }
        #expect(!heard.isComplete && abs(heard.text.split(separator: " ").count - truth.count) <= 1)
        #expect(scenario.states.last?.value == .listening)
    }

    @Test("frames that stop in the middle of a turn end it after a second")
    func muted() {
        var scenario = Scenario.talk()
        scenario.caller.mutes = [1_000..<9_000]
        scenario.run(until: 5)
        #expect(scenario.faults.first == .framesStopped(turn: 1))
        #expect(scenario.turnEnds.map(\.time) == [1_980])
    }

    @Test("a turn without an end is ended after a minute")
    func monologue() {
        var scenario = Scenario()
        scenario.caller.says(String(repeating: "and then ", count: 130), at: 0.6, lasting: 65)
        scenario.run(until: 70)
        #expect(scenario.turnEnds.first.map { (60_600...60_720).contains($0.time) } == true)
        #expect(scenario.asked.count <= 2 && !scenario.asked.isEmpty)
    }
}
