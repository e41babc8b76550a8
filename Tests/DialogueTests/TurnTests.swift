import Audio
import Dialogue
import Testing
import Timing

@Suite("A turn")
struct TurnTests {
    @Test("from the caller's words to the reply, every moment is where the numbers put it")
    func wholeTurn() {
        var play = Play()
        play.joins()
        play.callerSpeaks(from: 2_000, to: 2_800)
        play.recognizer = [.text("what are your hours", after: 200)]
        play.graph = [.text("We open at nine.", after: 300)]
        play.run(until: 7_000)

        // Greeting: asked for at 0, sound at 80, one second, gone with the frame of 1080.
        #expect(play.said == ["Hello there, friend.", "We open at nine."])
        // The fifth speech frame starts, the sixtieth silent one after 2800 ends: 2800 + 1200.
        #expect(play.times(of: .endOfUtterance(turn: 1)) == [4_000])
        #expect(play.asked.map(\.time) == [4_200])
        #expect(play.spoken.map(\.time) == [0, 4_500])
        #expect(
            play.states.map(\.state) == [.speaking, .listening, .thinking, .speaking, .listening])
        #expect(play.states.map(\.time) == [0, 1_060, 4_000, 4_500, 5_360])
    }

    @Test("the recogniser gets the pre-roll first, then every frame until the end of the utterance")
    func listening() {
        var play = Play()
        play.joins()
        play.callerSpeaks(from: 2_000, to: 2_800)
        play.run(until: 5_000)
        // Frame numbers: the frame of 2020 is 101; it and four more start, 15 before them are pre-roll.
        #expect(play.listened(turn: 1) == (86...199).map { Int16($0) })
    }

    @Test("the timings of a turn add up, and turn-taking itself adds at most a frame")
    func latency() throws {
        var play = Play()
        play.joins()
        play.callerSpeaks(from: 2_000, to: 2_800)
        play.run(until: 7_000)
        let timings = try #require(play.latencies.first)
        #expect(play.latencies.count == 1)
        #expect(timings.endpointing == .milliseconds(1_200))
        #expect(timings.recognition == .milliseconds(200))
        #expect(timings.thinking == .milliseconds(300))
        #expect(timings.synthesis == .milliseconds(80))
        #expect(timings.total == .milliseconds(1_780))
        #expect(timings.overhead <= .milliseconds(20))
    }

    @Test("the caller who goes on before the words are here makes one turn of both parts")
    func joined() {
        var play = Play()
        play.joins()
        play.callerSpeaks(from: 2_000, to: 2_400)
        play.callerSpeaks(from: 3_700, to: 4_200)
        play.recognizer = [.text("I need an oil change", after: 400), .text("on Tuesday", after: 400)]
        play.run(until: 8_000)
        #expect(play.asked.map(\.text) == ["I need an oil change on Tuesday"])
        #expect(play.asked.map(\.turn) == [2])
        #expect(play.said.count == 2)
    }

    @Test("words that overtake the reply replace it: it was given, and heard by nobody")
    func overtaken() {
        var play = Play()
        play.joins()
        play.callerSpeaks(from: 2_000, to: 2_400)
        play.callerSpeaks(from: 4_000, to: 4_600)
        play.recognizer = [.text("book me for Monday", after: 100), .text("no Tuesday", after: 100)]
        play.graph = [.text("Monday it is.", after: 600), .text("Tuesday it is.", after: 300)]
        play.run(until: 9_000)
        #expect(play.said == ["Hello there, friend.", "Tuesday it is."])
        #expect(play.asked.map(\.turn) == [1, 2])
        #expect(play.heard.map(\.text) == ["Hello there, friend.", "", "Tuesday it is."])
    }

    @Test("a second reply, and one to another turn, are not spoken")
    func oneReply() {
        var play = Play()
        play.joins()
        play.callerSpeaks(from: 2_000, to: 2_400)
        play.run(until: 4_300)
        play.at(4_400, .reply(Reply(turn: 1, text: "Again.")))
        play.at(4_500, .reply(Reply(turn: 7, text: "Wrong.")))
        play.run(until: 8_000)
        #expect(play.said == ["Hello there, friend.", "Certainly."])
    }

    @Test("the greeting comes from the graph when none is given")
    func greeting() {
        var play = Play()
        play.joins(greeting: nil)
        play.graph = [.text("Good morning.", after: 120)]
        play.run(until: 2_000)
        #expect(play.times(of: .greet) == [0])
        #expect(play.spoken.map(\.time) == [120])
        #expect(play.said == ["Good morning."])
    }

    @Test("document 004's counters are a profile away")
    func simple() {
        #expect(TurnTaking.simple.speech == .simple)
        #expect(TurnTaking.simple.speech.bargeInFrames == 8)
        #expect(TurnTaking().speech == .silero)
    }

    @Test("an utterance that never ends is ended after a minute, and what follows is the next")
    func endless() {
        var play = Play()
        play.joins()
        play.callerSpeaks(from: 2_000, to: 70_000)
        play.run(until: 75_000)
        #expect(play.times(of: .endOfUtterance(turn: 1)) == [62_100])
        #expect(play.times(of: .endOfUtterance(turn: 2)) == [71_200])
    }

    @Test("ten minutes of monologue are taken a minute at a time, and answered when the caller has finished")
    func monologue() {
        var play = Play()
        play.joins()
        play.callerSpeaks(from: 2_000, to: 602_000)
        play.run(until: 606_000)
        let ends = play.endedTurns.map(\.time)
        #expect(ends.first == 62_100 && (10...11).contains(ends.count))
        let words = play.asked.flatMap { $0.text.split(separator: " ") }
        #expect(words.count == ends.count, "what was understood of every minute is asked")
        #expect(play.asked.last.map { $0.time > 602_000 } == true)
    }

    @Test("frames that stop in the middle of an utterance end it after a second")
    func muted() {
        var play = Play()
        play.joins()
        play.callerSpeaks(from: 2_000, to: 5_000)
        play.framesStopAt = 2_500
        play.run(until: 5_000)
        #expect(play.faults == [.framesStopped(turn: 1)])
        #expect(play.times(of: .endOfUtterance(turn: 1)) == [3_500])
        #expect(play.asked.count == 1)
    }
}
