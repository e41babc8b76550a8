import Testing
import Timing

@testable import parley

@Suite("Talking over the agent") struct InterruptTests {
    @Test("the caller begins so long after the answer began, and hears when the agent stops")
    func bargeIn() {
        var play = Play.greeted([.tone(), .tone(cue: .over(.milliseconds(1500)))])
        play.pass(.seconds(2))
        let spoken = play.spoken.count
        play.pass(.milliseconds(1480), agent: true)
        #expect(play.spoken.count == spoken)
        play.pass(.milliseconds(260), agent: true)
        let onset = play.spoken[spoken]
        let stopped = play.now
        play.pass(.seconds(2))
        #expect(play.stops == [stopped - onset])
        #expect(play.replies.count == 1)
        play.pass(.milliseconds(20), agent: true)
        #expect(play.replies.count == 2)
    }

    @Test("silence at the beginning of the recording is not the caller's onset")
    func leadingSilence() {
        var play = Play.greeted([.tone(), .tone(cue: .over(.seconds(1)), before: 300)])
        play.pass(.seconds(2))
        play.pass(.milliseconds(1500), agent: true)
        play.pass(.seconds(2))
        #expect(play.stops.count == 1)
        #expect((play.stops[0] ?? .zero) <= .milliseconds(220))
    }

    @Test("an answer that was over too soon is not talked over, and the line is said all the same")
    func tooLate() {
        var play = Play.greeted([.tone(), .tone(cue: .over(.seconds(5)))])
        play.pass(.seconds(2))
        play.pass(.seconds(1), agent: true)
        play.pass(.seconds(3))
        #expect(play.stops == [nil])
        play.pass(.milliseconds(20), agent: true)
        #expect(play.replies.count == 2)
    }

    @Test("a quick reply to a short interruption is an answer of its own")
    func quickReply() {
        var play = Play.greeted([.tone(), .tone(cue: .over(.seconds(1)), speech: 300)])
        play.pass(.seconds(2))
        play.pass(.milliseconds(1200), agent: true)
        play.pass(.milliseconds(500))
        play.pass(.milliseconds(20), agent: true)
        #expect(play.stops.count == 1)
        #expect(play.replies.count == 2)
    }

    @Test("the greeting can be talked over, too")
    func overGreeting() {
        var play = Play([.tone(cue: .over(.seconds(1)))])
        play.agentJoins()
        play.pass(.milliseconds(1200), agent: true)
        #expect(!play.spoken.isEmpty)
        play.pass(.seconds(2))
        #expect(play.stops.count == 1)
    }
}
