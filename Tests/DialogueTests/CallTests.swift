import Audio
import Dialogue
import Testing
import Timing

@Suite("News, farewells and broken connections")
struct CallTests {
    private let long = "aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj."

    private func play() -> Play {
        var play = Play()
        play.joins()
        play.callerSpeaks(from: 2_000, to: 2_800)
        play.graph = [.text(long, after: 300)]
        return play
    }

    private func news(_ text: String, _ priority: Announcement.Priority) -> Dialogue.Event {
        .announcement(Announcement(id: "n1", text: text, priority: priority))
    }

    @Test("news that interrupts is said at once, and the agent then takes up what it was saying")
    func interrupting() {
        var play = play()
        play.at(5_600, news("Sarah is free.", .interrupt))
        play.run(until: 12_000)
        #expect(play.clears == [5_600])
        #expect(play.spoken.first { $0.utterance.text == "Sarah is free." }?.time == 5_600)
        let reply = play.heard.filter { $0.utterance.purpose == .reply(turn: 1) }.map(\.text)
        #expect(reply.joined(separator: " ") == long && reply.count == 2)
    }

    @Test("it lets the caller finish the sentence, and is said before the reply to it")
    func politeInterruption() {
        var play = play()
        play.at(2_500, news("Sarah is free.", .interrupt))
        play.run(until: 12_000)
        #expect(play.said == ["Hello there, friend.", "Sarah is free.", long])
        #expect(play.spoken[1].time == 4_000)
        // The question does not wait for the news, nor does it cut it off.
        #expect(play.asked.map(\.time) == [4_200] && play.clears.isEmpty)
    }

    @Test("news of high priority waits for the pause after the reply")
    func high() {
        var play = play()
        play.at(2_500, news("Sarah is free.", .high))
        play.run(until: 12_000)
        #expect(play.said == ["Hello there, friend.", long, "Sarah is free."])
        #expect(play.spoken[2].time == 7_060)
    }

    @Test(
        "news of medium and low priority waits for three quiet seconds",
        arguments: [Announcement.Priority.medium, .low])
    func low(priority: Announcement.Priority) {
        var play = play()
        play.at(2_500, news("Sarah is free.", priority))
        play.run(until: 12_000)
        #expect(play.spoken.last?.time == 10_060 && play.said.last == "Sarah is free.")
    }

    @Test("news that the caller cuts off with a question is told again after the answer")
    func cutNews() {
        var play = play()
        play.recognizer = [.text("hello", after: 200), .text("who is Sarah", after: 200)]
        play.graph = [.text("Hi.", after: 300), .text("A colleague.", after: 300)]
        play.at(6_000, news("Sarah is free now, and she will call you soon.", .high))
        play.callerSpeaks(from: 6_600, to: 7_200)
        play.run(until: 14_000)
        #expect(play.asked.last?.text == "who is Sarah")
        #expect(play.said.suffix(2).contains { $0.hasSuffix("call you soon.") })
        #expect(play.said.contains("A colleague."))
    }

    @Test("too much news is refused and reported")
    func full() {
        var play = play()
        for index in 0..<40 { play.at(2_500, news("News number \(index).", .low)) }
        play.run(until: 4_000)
        #expect(play.faults.count == 40 - TurnTaking().queueLimit)
    }

    @Test("the call ends when the farewell was heard, not when it was said")
    func farewell() throws {
        var play = play()
        play.repliesEndCall = true
        play.graph = [.text("Thank you, goodbye.", after: 300)]
        play.run(until: 12_000)
        let end = try #require(play.ends.first)
        #expect(end.reason == .finished)
        // 19 characters from the tick of 4580; gone with the frame of 5520.
        #expect(end.time == 5_520)
        #expect(play.heard.last?.isComplete == true)
        #expect(play.log.last?.effect == .endCall(.finished))
    }

    @Test("a farewell that the caller interrupts with words ends nothing; with a cough it is said to its end")
    func interruptedFarewell() {
        for (text, ends) in [("one more thing", 0), ("", 1)] {
            var play = play()
            play.repliesEndCall = true
            play.graph = [.text("Thank you for calling us, goodbye.", after: 300), .never]
            play.recognizer = [.text("that is all", after: 200), .text(text, after: 200)]
            play.callerSpeaks(from: 5_000, to: 5_400)
            play.run(until: 10_000)
            #expect(play.ends.count == ends)
        }
    }

    @Test("a caller who hangs up ends the call, and what was heard until then is kept")
    func hangUp() throws {
        var play = play()
        play.at(5_600, .callerLeft(mayReturn: false))
        play.run(until: 8_000)
        #expect(play.ends.map(\.time) == [5_600] && play.ends.map(\.reason) == [.callerLeft])
        #expect(play.clears == [5_600])
        #expect(try #require(play.heard.last).text.hasPrefix("aaaa bbbb cccc"))
    }

    @Test("a broken connection is waited for: the caller who returns hears the rest")
    func comesBack() {
        var play = play()
        play.at(5_600, .callerLeft(mayReturn: true))
        play.at(9_000, .callerJoined(greeting: nil))
        play.run(until: 14_000)
        #expect(play.ends.isEmpty)
        let reply = play.heard.filter { $0.utterance.purpose == .reply(turn: 1) }.map(\.text)
        #expect(reply.joined(separator: " ") == long)
        #expect(play.spoken.last?.time == 9_000)
    }

    @Test("the caller who does not return within twenty seconds has left")
    func staysAway() {
        var play = play()
        play.at(5_600, .callerLeft(mayReturn: true))
        play.run(until: 40_000)
        #expect(play.ends.map(\.time) == [25_600] && play.ends.map(\.reason) == [.callerLeft])
    }

    @Test("a call that is to be concluded says its farewell first, and cannot be talked out of it")
    func conclude() {
        var play = play()
        play.at(5_600, .conclude("We are closing. Goodbye."))
        play.callerSpeaks(from: 5_700, to: 6_500)
        play.run(until: 12_000)
        #expect(play.said.last == "We are closing. Goodbye.")
        #expect(play.ends.map(\.reason) == [.concluded] && play.heard.last?.isComplete == true)
    }

    @Test("after the end nothing more is returned")
    func afterwards() {
        var play = play()
        play.at(3_000, .callerLeft(mayReturn: false))
        play.run(until: 9_000)
        #expect(play.log.last?.effect == .endCall(.callerLeft))
        #expect(play.dialogue.timeout == nil)
    }
}
