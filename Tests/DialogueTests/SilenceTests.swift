import Audio
import Dialogue
import Testing
import Timing

@Suite("Silence and repair")
struct SilenceTests {
    @Test("nobody speaks: two prompts, a farewell, and the end after it was heard")
    func prompts() {
        var play = Play()
        play.joins()
        play.run(until: 80_000)
        let phrases = Phrases()
        #expect(play.said == ["Hello there, friend."] + phrases.silencePrompts + [phrases.silenceFarewell])
        // The greeting is over at 1060; twelve seconds later the first prompt.
        #expect(play.spoken[1].time == 13_060)
        #expect(play.ends.map(\.reason) == [.silence])
        #expect(play.heard.last?.isComplete == true)
        let farewell = play.spoken[3].time + 80 + phrases.silenceFarewell.count * Play.characterLasts
        #expect(abs((play.ends.first?.time ?? 0) - farewell) <= 40)
        #expect(play.dialogue.state == .idle)
    }

    @Test("a turn in between sets the count of prompts back")
    func reset() {
        var play = Play()
        play.joins()
        play.callerSpeaks(from: 15_000, to: 15_800)
        play.run(until: 31_500)
        let prompts = play.spoken.filter { $0.utterance.purpose == .silencePrompt }.map(\.utterance.text)
        #expect(prompts == [Phrases().silencePrompts[0], Phrases().silencePrompts[0]])
    }

    @Test("the caller may talk into the silence farewell, and the call goes on")
    func saved() throws {
        var numbers = TurnTaking()
        numbers.mostSilencePrompts = 0
        var play = Play(numbers)
        play.joins()
        play.callerSpeaks(from: 14_000, to: 15_000)
        play.recognizer = [.text("wait I am here", after: 200)]
        play.run(until: 20_000)
        #expect(play.ends.isEmpty)
        #expect(play.asked.map(\.text) == ["wait I am here"])
    }

    @Test("one short sound without words is passed over; the second brings a repair prompt")
    func repair() {
        var play = Play()
        play.joins()
        play.recognizer = [.text("", after: 100)]
        play.callerSpeaks(from: 2_000, to: 2_200)
        play.callerSpeaks(from: 5_000, to: 5_200)
        play.run(until: 8_000)
        #expect(play.said == ["Hello there, friend.", Phrases().repair])
        #expect(play.spoken.last?.time == 6_500)
    }

    @Test("clear speech without words brings one at once")
    func clear() {
        var play = Play()
        play.joins()
        play.recognizer = [.text(" … ", after: 100)]
        play.callerSpeaks(from: 2_000, to: 3_000)
        play.run(until: 6_000)
        #expect(play.said.last == Phrases().repair)
    }

    @Test("after three repair prompts without an understood turn the call ends politely")
    func hopeless() {
        var play = Play()
        play.joins()
        play.recognizer = [.text("", after: 100)]
        for start in stride(from: 2_000, to: 60_000, by: 8_000) { play.callerSpeaks(from: start, to: start + 1_000) }
        play.run(until: 60_000)
        #expect(play.said.filter { $0 == Phrases().repair }.count == 3)
        #expect(play.said.last == Phrases().repairFarewell)
        #expect(play.ends.map(\.reason) == [.notUnderstood])
    }
}
