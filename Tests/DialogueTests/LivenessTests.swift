import Dialogue
import Testing
import Timing

@Suite("A recogniser that dies in silence")
struct LivenessTests {
    private func play(_ change: (inout Play) -> Void = { _ in }, expecting: Bool = true) -> Play {
        var numbers = TurnTaking()
        numbers.expectsPartials = expecting
        var play = Play(numbers)
        play.joins()
        play.callerSpeaks(from: 2_000, to: 5_900)
        change(&play)
        play.run(until: 8_000)
        return play
    }

    @Test("speech for a second and a half without a word: it is replaced, once in a turn")
    func dead() {
        #expect(play().times(of: .reviveRecognition(turn: 1)) == [3_500])
    }

    @Test("words in between show that it lives; when they stop, it has died later")
    func alive() {
        let lively = play { play in
            for time in stride(from: 2_400, through: 5_600, by: 400) { play.at(time, .partial("one \(time)", turn: 1)) }
        }
        #expect(lively.times(of: .reviveRecognition(turn: 1)).isEmpty)
        let dying = play { $0.at(2_990, .partial("one", turn: 1)) }
        #expect(dying.times(of: .reviveRecognition(turn: 1)) == [4_480])
    }

    @Test("one that never told words before is not expected to, unless it is declared to")
    func whole() {
        #expect(play(expecting: false).times(of: .reviveRecognition(turn: 1)).isEmpty)
        let second = play(
            {
                $0.at(3_000, .partial("one two", turn: 1))
                $0.speech = [2_000..<3_400, 4_900..<7_500]
                $0.recognizer = [.text("One two three.", after: 100)]
            }, expecting: false)
        #expect(second.times(of: .reviveRecognition(turn: 1)).isEmpty)
        #expect(second.times(of: .reviveRecognition(turn: 2)) == [6_400])
    }

    @Test("only speech counts, not silence in the turn")
    func silence() {
        let play = play {
            $0.speech = [2_000..<3_000, 3_080..<3_400]
            $0.recognizer = [.never]
        }
        #expect(play.times(of: .reviveRecognition(turn: 1)).isEmpty)
    }
}
