import Dialogue
import Testing

@Suite("Scripted: the end of a turn")
struct TurnEndScenarioTests {
    static let answers: [(String, AnswerProfile)] = [
        ("i need an oil change", .open), ("my car", .open), ("i need an", .open),
        ("what are your opening hours", .open),
        ("can you", .open), ("um", .open), ("because", .open), ("could you repeat that please", .open),
        ("hello", .open),
        ("do you have loaner cars", .open), ("thank you goodbye", .open), ("i'd like to", .open),
        ("yes", .yesNo), ("no", .yesNo), ("that's", .yesNo), ("yes please that works", .yesNo),
        ("no thank you", .yesNo),
        ("well", .yesNo), ("i think", .yesNo), ("sure", .yesNo),
        ("five five five", .digits), ("five five five one two three four", .digits), ("my number is", .digits),
        ("four one five five five five zero one nine nine", .digits), ("four one five", .digits),
        ("four one five double", .digits), ("one four one five five five five zero one nine nine", .digits),
        ("tuesday at nine", .date), ("tuesday", .date), ("next", .date), ("march third at eleven a m", .date),
        ("tuesday at", .date), ("tomorrow morning", .date), ("the fifteenth of june", .date), ("at nine", .date),
        ("my name is john smith", .name), ("my name is", .name), ("john", .name), ("smith s m", .name),
        ("it's sarah johnson", .name),
    ]

    @Test("comes after the wait that words and profile ask for, with one question in it", arguments: answers)
    func wait(text: String, profile: AnswerProfile) {
        var scenario = Scenario.answer(text, profile)
        scenario.run(until: 4.4)
        let end = Int((1_600 + Scenario.wait(text, profile)).rounded(.up))
        #expect(scenario.softEnds.map(\.time) == [1_700])
        #expect(scenario.turnEnds.map(\.time) == [end])
        #expect(scenario.asked.map(\.text) == [text] && scenario.asked.map(\.time) == [end])
        #expect(scenario.prepared == [text] && scenario.reopens.isEmpty)
        #expect(scenario.said == ["Hi.", "Fine."])
    }

    @Test(
        "a caller who goes on within it makes one turn, who goes on after it makes two",
        arguments: Array(stride(from: 120, through: 1_080, by: 40)))
    func pause(pause: Int) {
        var scenario = Scenario()
        scenario.caller.says("my car", at: 0.6, lasting: 0.8)
        scenario.caller.says("won't start", at: 1.4 + Double(pause) / 1_000, lasting: 0.6)
        scenario.run(until: 4.5)
        let wait = Scenario.wait("my car")
        if Double(pause + ScriptedCaller.detection + 20) <= wait {
            #expect(scenario.reopens.map(\.time) == [1_400 + pause + 80])
            #expect(scenario.turnEnds.map(\.revision) == [1])
            #expect(scenario.asked.map(\.text) == ["my car won't start"])
            #expect(scenario.prepared == ["my car", "my car won't start"])
        } else {
            #expect(scenario.reopens.isEmpty)
            #expect(scenario.turnEnds.map(\.turn) == [1, 2])
            #expect(scenario.asked.map(\.text) == ["my car", "won't start"])
        }
        #expect(
            scenario.said.filter { $0 == "Certainly." }.count
                == (scenario.asked.count == 1 ? 1 : scenario.said.count - 1))
    }

    @Test(
        "groups of digits are one turn across long pauses", arguments: Array(stride(from: 200, through: 1_200, by: 100))
    )
    func digits(pause: Int) {
        var scenario = Scenario.answer("four one five", .digits, lasting: 0.6)
        scenario.caller.says("five five five", at: 1.4 + Double(pause) / 1_000, lasting: 0.6)
        scenario.caller.says("zero one nine nine", at: 2.0 + Double(pause) / 500, lasting: 0.8)
        scenario.run(until: 4.2 + Double(pause) / 500)
        #expect(scenario.asked.map(\.text) == ["four one five five five five zero one nine nine"])
        #expect(scenario.turnEnds.map(\.revision) == [2])
    }

    struct Stale {
        let final: Int
        let pause: Int
    }

    static let stale = stride(from: 0, through: 600, by: 60).flatMap { final in
        [120, 240, 360].map { Stale(final: final, pause: $0) }
    }

    @Test("words of an older revision are dropped, however late they come", arguments: stale)
    func staleWords(stale: Stale) {
        var scenario = Scenario()
        scenario.recognizer.usual = .final(after: stale.final)
        scenario.caller.says("i need an", at: 0.6, lasting: 0.6)
        scenario.caller.says("oil change", at: 1.2 + Double(stale.pause) / 1_000, lasting: 0.6)
        scenario.at(2.0, .transcript("no such words", turn: 1, revision: 0))
        scenario.at(2.0, .transcript("nor these", turn: 1, revision: 7))
        scenario.run(until: 4)
        #expect(scenario.asked.map(\.text) == ["i need an oil change"])
        let last = 1_800 + stale.pause
        let end = max(Double(last) + Scenario.wait("i need an oil change"), Double(last + 100 + stale.final))
        // The caller's own pause was short: the wait is no longer than anybody's.
        #expect(abs(Double(scenario.turnEnds[0].time) - end) <= 40)
        #expect(scenario.said.filter { $0 == "Certainly." }.count == 1)
    }

    @Test("a hint of the recogniser shortens the wait")
    func hinted() {
        var (plain, hinted) = (Scenario.answer("my car", .open), Scenario.answer("my car", .open))
        hinted.recognizer.isHinting = true
        plain.run(until: 3)
        hinted.run(until: 3)
        #expect(hinted.turnEnds[0].time < plain.turnEnds[0].time - 200)
    }
}
