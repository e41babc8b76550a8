import Testing
import Timing

@testable import parley

@Suite("A scripted call") struct CallScriptTests {
    @Test("the caller waits for the greeting to end, then speaks")
    func greeting() {
        var play = Play([.tone()])
        play.pass(.seconds(1))
        play.agentJoins()
        play.pass(.milliseconds(500))
        play.pass(.seconds(3), agent: true)
        #expect(play.spoken.isEmpty)
        play.pass(.milliseconds(700))
        #expect(play.spoken.isEmpty)
        play.pass(.milliseconds(200))
        #expect(!play.spoken.isEmpty)
    }

    @Test("an agent without a greeting is spoken to after a while")
    func noGreeting() {
        var play = Play([.tone()])
        play.agentJoins()
        play.pass(.seconds(7))
        #expect(play.spoken.isEmpty)
        play.pass(.seconds(2))
        #expect(!play.spoken.isEmpty)
    }

    @Test("the reply is measured from the last loud frame, whatever silence follows it", arguments: [0, 400, 1500])
    func reply(trailing: Int) {
        var play = Play.greeted([.tone(speech: 1000, after: trailing)])
        play.pass(.seconds(1))
        let last = play.spoken.last
        play.pass(.milliseconds(1500))
        play.pass(.milliseconds(20), agent: true)
        #expect(play.replies == [play.now - (last ?? .origin)])
    }

    @Test("lines follow one another, each after the answer to the last")
    func order() {
        var play = Play.greeted([.tone(), .tone()])
        for _ in 0..<2 {
            play.pass(.seconds(2))
            play.pass(.seconds(2), agent: true)
            play.pass(.seconds(1))
        }
        #expect(play.replies.count == 2)
        #expect(play.ending == .done)
        #expect(play.script.isComplete)
    }

    @Test(
        "while the agent says that it thinks or speaks, a pause does not end its answer",
        arguments: ["thinking", "speaking"])
    func busy(state: String) {
        var play = Play.greeted([.tone(), .tone()])
        play.pass(.seconds(2))
        play.agentBecomes(state)
        play.pass(.seconds(1), agent: true)
        let said = play.spoken.count
        play.pass(.seconds(3))
        #expect(play.spoken.count == said)
        play.agentBecomes("listening")
        play.pass(.milliseconds(100))
        #expect(play.spoken.count > said)
    }

    @Test("a state that never ends does not hold up the call")
    func stuck() {
        var play = Play.greeted([.tone()])
        play.pass(.seconds(2))
        play.agentBecomes("speaking")
        play.pass(.seconds(1), agent: true)
        play.pass(.seconds(5))
        #expect(play.ending == .done)
    }

    @Test("after the last answer the caller stays on the line as long as asked")
    func linger() {
        var timings = CallTimings()
        timings.linger = .seconds(10)
        var play = Play.greeted([.tone()], timings: timings)
        play.pass(.seconds(2))
        play.pass(.seconds(1), agent: true)
        play.pass(.seconds(9))
        #expect(play.ending == nil)
        play.pass(.seconds(1), agent: true)
        play.pass(.seconds(1))
        #expect(play.ending == .done)
    }

    @Test("the caller stays until an agent that shows its words has shown those of its last answer")
    func lateWords() {
        var play = Play.greeted([.tone()])
        play.agentShowsWords()
        play.pass(.seconds(2))
        play.pass(.seconds(1), agent: true)
        play.pass(.seconds(3))
        #expect(play.ending == nil)
        play.agentShowsWords()
        play.pass(.milliseconds(20))
        #expect(play.ending == .done)
    }

    @Test("words that never come do not hold up the call for long")
    func lostWords() {
        var play = Play.greeted([.tone()])
        play.agentShowsWords()
        play.pass(.seconds(2))
        play.pass(.seconds(1), agent: true)
        play.pass(.seconds(9))
        #expect(play.ending == .done)
    }

    @Test("an agent that shows no words is not waited for")
    func noWords() {
        var play = Play.greeted([.tone()])
        play.pass(.seconds(2))
        play.pass(.seconds(1), agent: true)
        play.pass(.seconds(1))
        #expect(play.ending == .done)
    }
}

extension Play {
    /// An agent that has come and said hello.
    static func greeted(_ lines: [ScriptLine], timings: CallTimings = CallTimings()) -> Play {
        var play = Play(lines, timings: timings)
        play.agentJoins()
        play.pass(.seconds(1), agent: true)
        play.pass(.milliseconds(800))
        return play
    }
}
