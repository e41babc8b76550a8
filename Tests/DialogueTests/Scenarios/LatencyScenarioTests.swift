import Dialogue
import Testing
import Timing

/// The caller's last word at 1400; the soft end 100 ms later; everything else by the engines' own time.
@Suite("Scripted: the delay of a turn")
struct LatencyScenarioTests {
    struct Engines: CustomTestStringConvertible {
        let final: Int
        let model: Int
        let ttfb: Int
        var testDescription: String { "\(final)/\(model)/\(ttfb)" }
    }

    static let engines = [20, 100, 180, 300, 700].flatMap { final in
        [0, 80, 200, 600, 1_500].flatMap { model in
            [20, 90, 300].map { Engines(final: final, model: model, ttfb: $0) }
        }
    }

    private func scenario(_ engines: Engines) -> Scenario {
        var scenario = Scenario()
        scenario.caller.says("i need an oil change", at: 0.6, lasting: 0.8)
        scenario.recognizer.usual = .final(after: engines.final)
        scenario.model.delay = engines.model
        scenario.synthesizer.ttfb = engines.ttfb
        return scenario
    }

    private func ticks(_ time: Int) -> Int { (time + 19) / 20 * 20 }

    private let wait = Int(Scenario.wait("i need an oil change").rounded(.up))

    @Test("with engines that work ahead: none but the wait and what they need beyond it", arguments: engines)
    func ahead(engines: Engines) throws {
        var scenario = scenario(engines)
        scenario.run(until: 6)
        let words = 1_500 + engines.final
        let commit = max(1_400 + wait, words)
        let reply = max(commit, words + engines.model)
        // The sound is ordered when the reply is there, though it may not be heard.
        let order = words + engines.model <= commit ? min(words + engines.model, commit) : reply
        let sound = max(reply, order + engines.ttfb)
        #expect(scenario.asked.map(\.time) == [commit])
        #expect(scenario.sound(of: "Certainly.")?.first == ticks(sound))
        let timings = try #require(scenario.latencies.first)
        #expect(scenario.latencies.count == 1 && timings.turn == 1)
        #expect(timings.overhead <= .milliseconds(20))
        #expect(timings.total == .milliseconds(ticks(sound) - 1_400))
    }

    @Test("with engines that do not: their times in a row", arguments: engines.filter { $0.ttfb == 90 })
    func inOrder(engines: Engines) throws {
        var numbers = TurnTaking()
        numbers.worksAhead = false
        var scenario = scenario(engines)
        scenario.dialogue = Dialogue(numbers)
        scenario.model.worksAhead = false
        scenario.run(until: 6)
        let commit = max(1_400 + wait, 1_500 + engines.final)
        #expect(scenario.prepared.isEmpty)
        #expect(scenario.sound(of: "Certainly.")?.first == ticks(commit + engines.model + engines.ttfb))
        let timings = try #require(scenario.latencies.first)
        #expect(timings.overhead <= .milliseconds(20))
    }
}
