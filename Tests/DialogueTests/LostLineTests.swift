import Audio
import Dialogue
import Testing
import Timing

@Suite("A lost line")
struct LostLineTests {
    @Test("the sentence that was being said goes on where it stopped, and nothing is said twice")
    func goesOn() {
        var play = Play()
        play.joins()
        play.run(until: 500)
        play.lose(until: 30_000)
        play.run(until: 31_000)
        #expect(play.said == ["Hello there, friend."])
        #expect(play.heard.map(\.text) == ["Hello there, friend."])
        #expect(play.heard.last?.isComplete == true)
        #expect(play.faults.isEmpty)
    }

    @Test("an answer that comes meanwhile is said when the line is back")
    func answer() {
        var play = Play()
        play.joins()
        play.callerSpeaks(from: 2_000, to: 3_000)
        play.graph = [.text("Certainly.", after: 2_000)]
        play.run(until: 4_500)
        play.lose(until: 12_000)
        play.run(until: 14_000)
        #expect(play.said == ["Hello there, friend.", "Certainly."])
        #expect(play.spoken.last?.time == 12_000)
    }

    @Test("what the caller was saying is taken as said")
    func halfSentence() {
        var play = Play()
        play.joins()
        play.callerSpeaks(from: 2_000, to: 9_000)
        play.run(until: 3_000)
        play.lose(until: 10_000)
        #expect(play.asked.map(\.text) == ["hello"])
        play.run(until: 12_000)
        #expect(play.said.last == "Certainly.")
    }

    @Test("no silence counts while it lasts")
    func silence() {
        var play = Play()
        play.joins()
        play.run(until: 5_000)
        play.lose(until: 60_000)
        play.run(until: 71_000)
        #expect(play.said == ["Hello there, friend."])
        play.run(until: 73_000)
        #expect(play.said.count == 2)
    }

    @Test("a call that is to end meanwhile ends at once: nobody could hear the farewell")
    func concludes() {
        var play = Play()
        play.joins()
        play.run(until: 5_000)
        play.at(6_000, .conclude("Goodbye."))
        play.lose(until: 8_000)
        #expect(play.ends.map(\.reason) == [.concluded])
        #expect(play.said == ["Hello there, friend."])
    }
}

extension Play {
    /// The line is lost now and comes back at `end`: no frames meanwhile, and nothing is played.
    fileprivate mutating func lose(until end: Int) {
        (framesStopAt, playoutStopsAt) = (now, now)
        at(now, .lineLost)
        at(end, .lineRestored)
        run(until: end)
        (framesStopAt, playoutStopsAt) = (.max, .max)
    }
}
