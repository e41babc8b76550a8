import Testing
import Timing

@testable import parley

@Suite("How a call ends") struct CallEndingTests {
    @Test("when nobody lets the caller in, it ends soon")
    func notJoined() {
        var script = CallScript([.tone()], timings: CallTimings(), now: .origin)
        script.advance(.origin + .milliseconds(14_999))
        #expect(!script.isOver)
        script.advance(.origin + .seconds(15))
        #expect(script.pollEvent() == .ended(.notJoined, answered: 0, lines: 1))
    }

    @Test("without an agent it ends when patience does")
    func noAgent() {
        var play = Play([.tone()])
        play.pass(.seconds(29))
        #expect(play.ending == nil)
        play.pass(.seconds(2))
        #expect(play.ending == .noAgent)
        #expect(!play.script.isComplete)
    }

    @Test("without an answer it ends when patience does")
    func unanswered() {
        var play = Play.greeted([.tone()])
        play.pass(.seconds(32))
        #expect(play.ending == .unanswered)
    }

    @Test("an agent that says goodbye and leaves has answered")
    func goodbye() {
        var play = Play.greeted([.tone()])
        play.pass(.seconds(2))
        play.pass(.milliseconds(500), agent: true)
        play.agentLeaves()
        #expect(play.ending == .agentLeft)
        #expect(play.script.isComplete)
    }

    @Test("an agent that leaves before it answers has not")
    func desertion() {
        var play = Play.greeted([.tone(), .tone()])
        play.pass(.seconds(2))
        play.agentLeaves()
        #expect(play.ending == .agentLeft)
        #expect(!play.script.isComplete)
    }

    @Test(
        "an agent whose connection broke is waited for, and the call goes on when it is back", arguments: [true, false])
    func brokenConnection(returns: Bool) {
        var play = Play.greeted([.tone()])
        play.pass(.seconds(2))
        play.agentLeaves(mayReturn: true)
        play.pass(.seconds(5))
        #expect(play.ending == nil)
        if returns { play.agentJoins() }
        play.pass(.seconds(11))
        #expect(play.ending == (returns ? nil : .agentLeft))
    }

    @Test("what an agent said ends with its connection, however soon it is back")
    func shortBreak() {
        var play = Play.greeted([.tone()])
        play.pass(.milliseconds(500), agent: true)
        play.agentLeaves(mayReturn: true)
        play.agentJoins()
        let sounds = play.events.filter { $0 == .agentAudioStart }.count
        play.pass(.milliseconds(500), agent: true)
        #expect(play.events.filter { $0 == .agentAudioStart }.count == sounds + 1)
        #expect(play.ending == nil)
    }

    @Test("nothing happens after the end")
    func silence() {
        var play = Play.greeted([.tone()])
        play.pass(.milliseconds(500))
        play.hangsUp()
        let events = play.events
        let spoken = play.spoken.count
        play.pass(.seconds(40), agent: true)
        play.agentLeaves()
        play.hangsUp()
        #expect(play.events == events)
        #expect(play.spoken.count == spoken)
        #expect(play.events.last == .ended(.interrupted, answered: 0, lines: 1))
    }
}
