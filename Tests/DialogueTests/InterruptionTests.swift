import Audio
import Dialogue
import Testing
import Timing

@Suite("Interruptions")
struct InterruptionTests {
    /// A call in which the agent says ten words of 4 letters from 4580 on, 50 ms a character.
    private let longReply = "aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj."

    private func play(interruptedAt start: Int, for duration: Int, saying text: String) -> Play {
        var play = Play()
        play.joins()
        play.callerSpeaks(from: 2_000, to: 2_800)
        play.callerSpeaks(from: start, to: start + duration)
        play.recognizer = [.text("tell me", after: 200), .text(text, after: 200)]
        play.graph = [.text(longReply, after: 300), .text("Fine.", after: 300)]
        return play
    }

    @Test("the agent falls silent with the eighth frame of speech: 160 ms after the caller began")
    func bargeIn() throws {
        var play = play(interruptedAt: 5_600, for: 600, saying: "stop please")
        play.run(until: 12_000)
        #expect(play.clears == [5_760])
        let index = try #require(play.log.firstIndex { $0.effect == .clearPlayout(generation: 1) })
        guard case .heard = play.log[index + 1].effect else { Issue.record("heard comes with the clearing"); return }
        #expect(play.states.filter { $0.time == 5_760 }.map(\.state) == [.listening])
        #expect(play.asked.map(\.text) == ["tell me", "stop please"])
        #expect(play.said.last == "Fine.")
    }

    @Test("the heard words are those played, to the word", arguments: Array(stride(from: 5_000, to: 6_600, by: 100)))
    func heardText(start: Int) throws {
        var play = play(interruptedAt: start, for: 600, saying: "stop please")
        play.run(until: 12_000)
        let heard = try #require(play.heard.first { $0.utterance.text == longReply })
        // Sound began with the tick of 4580; the frame of the clearing tick is not played.
        let played = try #require(play.clears.first) - 4_580
        let letters = min(longReply.count, played / Play.characterLasts)
        let truth = longReply.prefix(letters).split(separator: " ").count
        #expect(abs(heard.text.split(separator: " ").count - truth) <= 1)
        #expect(longReply.hasPrefix(heard.text) && !heard.isComplete)
    }

    @Test("seven frames do not interrupt")
    func short() {
        var play = play(interruptedAt: 5_600, for: 140, saying: "mm-hm")
        play.run(until: 12_000)
        #expect(play.clears.isEmpty)
        #expect(play.asked.count == 1)
        #expect(play.heard.map(\.isComplete) == [true, true])
    }

    @Test("after a cough or an mm-hm the agent goes on with the word that was cut", arguments: ["", "Mm-hm.", "okay"])
    func falseInterruption(text: String) throws {
        var play = play(interruptedAt: 5_600, for: 300, saying: text)
        play.run(until: 14_000)
        #expect(play.clears == [5_760])
        #expect(play.asked.count == 1)
        let pieces = play.heard.filter { $0.utterance.purpose == .reply(turn: 1) }
        #expect(pieces.count == 2 && pieces.last?.isComplete == true)
        #expect(pieces.map(\.text).joined(separator: " ") == longReply)
        let resumed = try #require(play.spoken.last)
        #expect(resumed.utterance.isResumed && resumed.time == 5_900 + 1_200 + 200)
    }

    @Test("after a question, okay is an answer")
    func answer() {
        var play = play(interruptedAt: 6_000, for: 300, saying: "okay")
        play.graph = [
            .text("Is Monday fine? Then I will book it for you now.", after: 300), .text("Booked.", after: 300),
        ]
        play.run(until: 12_000)
        #expect(play.asked.map(\.text) == ["tell me", "okay"])
        #expect(play.said.last == "Booked.")
    }

    @Test("short words said into the agent's speech are taken up when their transcript comes")
    func shortWords() {
        var play = play(interruptedAt: 4_700, for: 140, saying: "wait")
        play.run(until: 12_000)
        #expect(play.asked.map(\.text) == ["tell me", "wait"])
        #expect(play.clears == [4_840 + 1_200 + 200])
    }

    @Test("speech that may not be interrupted goes on, and the caller's words become the next turn")
    func uninterruptible() {
        var play = play(interruptedAt: 4_700, for: 400, saying: "what about Friday")
        play.repliesAreInterruptible = false
        play.run(until: 14_000)
        #expect(play.clears.isEmpty)
        // Fifty characters from 4580: the last frame leaves at 7060.
        #expect(play.asked.map(\.time) == [4_200, 7_060])
        #expect(play.asked.map(\.text) == ["tell me", "what about Friday"])
        #expect(!play.listened(turn: 2).isEmpty)
    }

    @Test("sound of the generation before is refused, and its progress is not heard")
    func stale() {
        var play = play(interruptedAt: 4_520, for: 600, saying: "stop please")
        // The interruption comes before the first sound.
        play.synthesizerDelay = 400
        play.run(until: 4_800)
        let old = play.spoken[1].utterance
        #expect(play.clears == [4_680])
        play.at(4_820, .played(utterance: old.id, duration: .seconds(2)))
        play.at(4_840, .drained(utterance: old.id))
        play.run(until: 12_000)
        #expect(play.heard.filter { $0.utterance == old }.map(\.text) == [""])
        #expect(play.said == ["Hello there, friend.", longReply, "Fine."])
    }

    @Test("exact lengths from the synthesiser make the heard text exact to the sentence")
    func exactLengths() {
        var text = SpokenTextProbe("One two three. Four five six.")
        text.time("One two three.", 3)
        text.time("Four five six.", 1)
        #expect(text.heard(2.9, of: 4) == "One two three.")
        #expect(text.heard(3.1, of: 4) == "One two three.")
        #expect(text.heard(3.6, of: 4) == "One two three. Four five")
        #expect(text.heard(4, of: 4) == "One two three. Four five six.")
        #expect(text.heard(0, of: 4) == "")
    }
}
