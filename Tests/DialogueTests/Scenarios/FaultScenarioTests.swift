import Audio
import Dialogue
import Testing
import Timing

/// The faults that users of other agents report (turn-taking §4), by their numbers. Not of turn-taking, and therefore not
/// here: 6 with tools that write, 7, 11, 14 and 15.
@Suite("Scripted: the fifteen faults")
struct FaultScenarioTests {
    @Test("1: a turn ends though the recogniser gives no final transcript")
    func noFinal() {
        var scenario = Scenario.talk()
        scenario.recognizer.usual = .never
        scenario.run(until: 9)
        // Asked at 1500; three seconds.
        #expect(scenario.turnEnds.map(\.time) == [4_500])
        #expect(scenario.faults == [.recognition(turn: 1)])
        #expect(scenario.spoken.last?.time == 4_500 && scenario.said.last == Phrases().apology)
        #expect(scenario.states.last?.value == .listening)
    }

    @Test("2: an interruption does not wait for a playout that never starts")
    func noPlayout() {
        var scenario = Scenario.talk()
        scenario.playoutStopsAt = 1_700
        scenario.caller.says("stop wait", at: 2.4, lasting: 0.6)
        scenario.run(until: 6)
        #expect(scenario.clears.first.map { $0 <= 2_400 + 600 } == true)
        #expect(scenario.asked.map(\.text) == ["i need an oil change", "stop wait"])
    }

    @Test("3: speaking without a sound is reported within half a second, and does not last")
    func silentSpeech() {
        var scenario = Scenario.talk()
        scenario.playoutStopsAt = 2_000
        scenario.run(until: 14)
        #expect(scenario.times(of: .fault(.stalled(utterance: 2))) == [2_480])
        #expect(scenario.clears.first == 6_980)
        #expect(scenario.states.last?.value == .listening)
    }

    @Test("4: the history holds what was heard, no more and no less")
    func history() {
        var scenario = Scenario.talk()
        scenario.caller.says("stop wait", at: 2.4, lasting: 0.6)
        scenario.run(until: 6)
        #expect(scenario.history == ["Hi.", "aaaa bbbb cccc dddd", "Fine."])
    }

    @Test("5: a reply that comes twice, or to another turn, is said once")
    func twoReplies() {
        var scenario = Scenario.talk()
        for turn in 0...3 { scenario.at(1.75, .reply(Reply(turn: turn, text: "Again."))) }
        scenario.at(2.5, .reply(Reply(turn: 1, text: "Once more.")))
        scenario.run(until: 6)
        #expect(scenario.said == ["Hi.", Scenario.longReply])
    }

    @Test("6: an interruption that was none asks nothing a second time", arguments: ["mm-hm", "yeah", "okay", "right"])
    func oneQuestion(sound: String) {
        var scenario = Scenario.talk()
        for index in 0..<3 { scenario.caller.says(sound, at: 2 + Double(index), lasting: 0.3) }
        scenario.run(until: 9)
        #expect(scenario.asked.count == 1, "\(scenario.transcript)")
        #expect(scenario.history == ["Hi.", Scenario.longReply])
    }

    @Test("8: the agent does not interrupt itself through the caller's loudspeaker")
    func ownEcho() {
        var scenario = Scenario.talk()
        scenario.caller.says(Scenario.longReply, at: 1.85, lasting: 2.4, sound: .ownEcho)
        scenario.run(until: 9)
        #expect(scenario.holds.isEmpty && scenario.clears.isEmpty && scenario.asked.count == 1)
        #expect(scenario.history == ["Hi.", Scenario.longReply])
    }

    @Test("9: a recogniser that dies is replaced after 1.5 s of speech, and the turn is heard whole")
    func deadRecogniser() throws {
        var scenario = Scenario()
        scenario.dialogue = Dialogue(.eager)
        scenario.recognizer.isDead = true
        scenario.caller.says("hello my car makes a strange noise since monday", at: 0.6, lasting: 3)
        scenario.run(until: 7)
        let revivals = scenario.times(of: .reviveRecognition(turn: 1))
        #expect(revivals == [2_100])
        #expect(scenario.asked.map(\.text) == ["hello my car makes a strange noise since monday"])
    }

    @Test("10: a call ends when the caller leaves, whoever stays")
    func callerLeaves() {
        var scenario = Scenario.talk()
        scenario.at(2.2, .aside("are you there", speaker: "supervisor"))
        scenario.at(2.5, .callerLeft(mayReturn: false))
        scenario.at(3, .aside("hello", speaker: "supervisor"))
        scenario.run(until: 5)
        #expect(scenario.ends.map(\.time) == [2_500])
    }

    @Test("12: the call ends when the farewell was heard, not when it was said")
    func farewell() {
        var scenario = Scenario.talk()
        scenario.model.endsCall = true
        scenario.run(until: 6)
        #expect(scenario.ends.map(\.time) == [Scenario.replyEnds] && scenario.ends.map(\.value) == [.finished])
    }

    @Test("13: somebody else is not taken for the caller")
    func supervisorJoins() {
        var scenario = Scenario.talk()
        for index in 0..<20 { scenario.at(1 + Double(index) * 0.1, .aside("word \(index)", speaker: "supervisor")) }
        scenario.run(until: 5)
        #expect(scenario.asked.first?.text == "i need an oil change")
        #expect(scenario.clears.isEmpty && scenario.sound(of: Scenario.longReply)?.last == Scenario.replyEnds)
    }
}

extension TurnTaking {
    /// The recogniser is known to tell what it hears while it hears it.
    static var eager: TurnTaking {
        var numbers = TurnTaking()
        numbers.expectsPartials = true
        return numbers
    }
}
