import Audio
import Dialogue
import Testing
import Timing

@Suite("No wait without an end")
struct DeadlineTests {
    private func play(_ change: (inout Play) -> Void = { _ in }) -> Play {
        var play = Play()
        play.joins()
        play.callerSpeaks(from: 2_000, to: 2_800)
        change(&play)
        return play
    }

    @Test("a recogniser that never answers is given up after three seconds, with an apology")
    func recognizer() {
        var play = play { $0.recognizer = [.never] }
        play.run(until: 12_000)
        #expect(play.times(of: .abandonRecognition(turn: 1)) == [7_000])
        #expect(play.faults == [.recognition(turn: 1)])
        #expect(play.said.last == Phrases().apology)
        #expect(play.spoken.last?.time == 7_000)
    }

    @Test("a transcript after its deadline is not asked")
    func lateTranscript() {
        var play = play { $0.recognizer = [.text("hello", after: 6_000)] }
        play.run(until: 14_000)
        #expect(play.asked.isEmpty)
    }

    @Test("a recogniser that fails is apologised for at once")
    func recognizerFails() {
        var play = play { $0.recognizer = [.failure(after: 100)] }
        play.run(until: 6_000)
        #expect(play.spoken.last?.time == 4_100 && play.said.last == Phrases().apology)
    }

    @Test("a slow graph is bridged after three seconds, and its reply follows the phrase")
    func holding() {
        var play = play { $0.graph = [.text("Here it is.", after: 3_500)] }
        play.run(until: 12_000)
        #expect(play.said == ["Hello there, friend.", Phrases().holding, "Here it is."])
        #expect(play.spoken[1].time == 7_200)
    }

    @Test("a graph that never answers is given up after fifteen seconds, with an apology")
    func graph() {
        var play = play { $0.graph = [.never] }
        play.run(until: 21_000)
        #expect(play.said == ["Hello there, friend.", Phrases().holding, Phrases().apology])
        #expect(play.spoken.last?.time == 19_200)
        #expect(play.faults == [.reply(turn: 1)])
    }

    @Test("a graph that fails, or answers nothing, is apologised for", arguments: [true, false])
    func graphFails(fails: Bool) {
        var play = play { $0.graph = [fails ? .failure(after: 100) : .text(" ", after: 100)] }
        play.run(until: 8_000)
        #expect(play.said.last == Phrases().apology && play.spoken.last?.time == 4_300)
    }

    @Test("a graph that gives no greeting is replaced by the house's")
    func greeting() {
        var play = Play()
        play.graph = [.never]
        play.joins(greeting: nil)
        play.run(until: 17_000)
        #expect(play.said == [Phrases().greeting])
        #expect(play.spoken.map(\.time) == [15_000])
    }

    @Test("a synthesiser that gives no sound is given up after five seconds; the agent is not speaking for ever")
    func synthesizer() {
        var play = play {
            $0.synthesizerDelay = nil
            $0.speech = []
        }
        play.run(until: 1_000)
        #expect(play.dialogue.state == .speaking)
        play.run(until: 11_000)
        // The greeting fails at 5000, and so does the apology for it; then the agent listens.
        #expect(play.faults.contains(.synthesis(utterance: 1)) && play.faults.contains(.synthesis(utterance: 2)))
        #expect(play.dialogue.state == .listening)
        #expect(play.heard.allSatisfy { $0.text.isEmpty })
    }

    @Test("a synthesiser that fails is apologised for once")
    func synthesizerFails() {
        var play = play { $0.synthesizerFails = true }
        play.speech = []
        play.run(until: 2_000)
        #expect(play.said == ["Hello there, friend.", Phrases().apology])
        #expect(play.dialogue.state == .listening)
    }

    @Test("playout that stops is a fault after half a second, and given up after five")
    func stalled() throws {
        var play = play { $0.playoutStopsAt = 500 }
        play.speech = []
        play.run(until: 7_000)
        let stall = try #require(play.log.first { $0.effect == .fault(.stalled(utterance: 1)) })
        #expect(stall.time == 980)
        #expect(play.clears == [5_480])
        let heard = try #require(play.heard.first)
        #expect(!heard.isComplete && heard.text == "Hello there,")
    }

    @Test("a farewell that cannot be said ends the call all the same")
    func farewellFails() {
        var play = play {
            $0.repliesEndCall = true
            $0.graph = [.text("Goodbye.", after: 100)]
        }
        play.run(until: 4_280)
        play.synthesizerDelay = nil
        play.run(until: 12_000)
        #expect(play.ends.map(\.reason) == [.finished])
        #expect(play.ends.map(\.time) == [9_300])
    }
}
