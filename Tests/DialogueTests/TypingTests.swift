import Dialogue
import Testing
import Timing

@Suite("Words that the caller types")
struct TypingTests {
    private func play(_ change: (inout Play) -> Void) -> Play {
        var play = Play()
        play.joins()
        change(&play)
        play.run(until: 12_000)
        return play
    }

    @Test("typed words are asked at once, and answered like spoken ones")
    func asked() {
        let play = play { $0.at(3_000, .typed("What are your hours?")) }
        #expect(play.asked.map(\.text) == ["What are your hours?"] && play.asked.map(\.time) == [3_000])
        #expect(play.said == ["Hello there, friend.", "Certainly."])
        #expect(play.states.map(\.state) == [.speaking, .listening, .thinking, .speaking, .listening])
    }

    @Test("typed words cut the agent off")
    func bargeIn() {
        let play = play { $0.at(500, .typed("Never mind that")) }
        #expect(play.asked.map(\.time) == [500])
        #expect(play.times(of: .clearPlayout(generation: 1)) == [500])
    }

    @Test("words typed while a reply is awaited are the next turn")
    func whileThinking() {
        let play = play {
            $0.graph = [.text("First.", after: 1_000), .text("Second.", after: 300)]
            $0.at(3_000, .typed("one"))
            $0.at(3_500, .typed("two"))
            $0.at(3_600, .typed("three"))
        }
        #expect(play.asked.map(\.text) == ["one", "two three"] && Set(play.asked.map(\.turn)).count == 2)
    }

    @Test("words typed while the caller speaks make one turn with the spoken ones")
    func whileSpeaking() {
        let play = play {
            $0.callerSpeaks(from: 2_000, to: 2_800)
            $0.recognizer = [.text("for Tuesday", after: 200)]
            $0.at(2_500, .typed("an oil change"))
        }
        #expect(play.asked.map(\.text) == ["an oil change for Tuesday"])
    }

    @Test("nothing comes of blanks, and of what is typed before the caller is here", arguments: ["", "  ", "?!"])
    func nothing(text: String) {
        #expect(play { $0.at(3_000, .typed(text)) }.asked.isEmpty)
        var early = Play()
        early.at(0, .typed("hello"))
        early.joins()
        early.run(until: 5_000)
        #expect(early.asked.isEmpty)
    }

    @Test("what was heard of an utterance grows, word by word, to its text")
    func heardSoFar() {
        var play = Play()
        play.joins()
        var texts: [String] = []
        for end in stride(from: 100, through: 1_040, by: 20) {
            play.run(until: end)
            if let text = play.dialogue.heardSoFar?.text, text != texts.last { texts.append(text) }
        }
        #expect(texts == ["", "Hello", "Hello there,", "Hello there, friend."])
    }
}
