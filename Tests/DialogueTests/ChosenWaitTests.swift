import Audio
import Dialogue
import Testing
import Timing

@Suite("How long a silence ends the turn")
struct ChosenWaitTests {
    /// The caller speaks until 2800.
    private func play(_ text: String, after: Int = 100, _ change: (inout Play) -> Void = { _ in }) -> Play {
        var play = Play(TurnTaking())
        play.joins()
        play.callerSpeaks(from: 2_000, to: 2_800)
        play.recognizer = [.text(text, after: after)]
        change(&play)
        play.run(until: 16_000)
        return play
    }

    private func end(_ text: String, _ change: (inout Play) -> Void = { _ in }) -> Int {
        (play(text, change).endedTurns.first?.time ?? 0) - 2_800
    }

    @Test("a sentence is over sooner than the beginning of one")
    func words() {
        let whole = end("I need an oil change tomorrow.")
        let part = end("I need an oil change and")
        #expect(whole <= 400 && part >= whole + 500)
    }

    @Test("the node says what it waits for: half a telephone number is not over when half a sentence would be")
    func expected() {
        let text = "four one five"
        let digits = end(text) {
            $0.at(1_500, .typed("hi")); $0.expects = .digits
        }
        let yesNo = end(text) {
            $0.at(1_500, .typed("hi")); $0.expects = .yesNo
        }
        #expect(digits > yesNo + 300)
    }

    @Test("what is expected of one answer is not expected of the next")
    func forgotten() {
        let play = play("four one five") {
            $0.at(500, .typed("hi"))
            $0.expectations = [.digits, nil]
            $0.callerSpeaks(from: 6_000, to: 6_800)
        }
        let ends = play.endedTurns.map(\.time)
        #expect(ends.count == 2 && ends[0] - 2_800 > 1_000 && ends[1] - 6_800 < ends[0] - 2_800)
    }

    @Test("the pauses of one caller are not expected of the next")
    func anotherCaller() {
        func wait(isAnother: Bool) -> Int {
            var play = Play(TurnTaking())
            play.joins()
            // The same unfinished words three times with pauses between, then once more.
            for start in stride(from: 2_000, through: 4_400, by: 1_200) {
                play.callerSpeaks(from: start, to: start + 500)
            }
            play.recognizer = Array(repeating: .text("I need an oil change and", after: 50), count: 4)
            if isAnother { play.at(9_000, .callerChanged) }
            play.callerSpeaks(from: 10_000, to: 10_800)
            play.run(until: 16_000)
            return (play.endedTurns.last?.time ?? 0) - 10_800
        }
        #expect(wait(isAnother: true) < wait(isAnother: false))
    }

    @Test("nothing is over before its words are here, however long they take")
    func lateWords() {
        let play = play("I need an oil change tomorrow.", after: 2_000)
        #expect(play.endedTurns.map(\.time) == [4_900] && play.asked.map(\.time) == [4_900])
    }

    @Test("a recogniser without an answer is given up three seconds after it was asked, with an apology")
    func deadline() {
        let play = play("") { $0.recognizer = [.never] }
        #expect(play.times(of: .abandonRecognition(turn: 1)) == [5_900])
        #expect(play.endedTurns.map(\.time) == [5_900])
        #expect(play.said.last == Phrases().apology && play.faults == [.recognition(turn: 1)])
    }

    @Test("a recogniser that failed is apologised for when the turn is over; a caller who goes on is heard anew")
    func failure() {
        let failed = play("") { $0.recognizer = [.failure(after: 50)] }
        #expect(failed.said.last == Phrases().apology && failed.asked.isEmpty)
        let saved = play("") {
            $0.recognizer = [.failure(after: 50), .text("an oil change please", after: 50)]
            $0.callerSpeaks(from: 3_060, to: 3_600)
        }
        #expect(saved.asked.map(\.text) == ["an oil change please"] && saved.faults.isEmpty)
    }

    @Test("a failure of a revision that is past changes nothing")
    func staleFailure() {
        let play = play("") {
            $0.recognizer = [.failure(after: 400), .text("an oil change please", after: 300)]
            $0.callerSpeaks(from: 3_000, to: 3_100)
        }
        #expect(play.asked.map(\.text) == ["an oil change please"] && play.faults.isEmpty)
    }

    @Test("a recogniser that takes the words for whole shortens the wait")
    func hint() {
        let plain = end("I would like to come in on")
        let hinted = end("I would like to come in on") {
            $0.at(2_950, .partial("I would like to come in on", turn: 1, isComplete: true))
        }
        #expect(hinted < plain)
    }

    @Test("who pauses long is given longer")
    func pauses() {
        func lastWait(pausing pause: Int) -> Int {
            var play = Play(TurnTaking())
            play.joins()
            var time = 2_000
            for _ in 0..<6 {
                play.callerSpeaks(from: time, to: time + 500)
                time += 500 + pause
            }
            play.callerSpeaks(from: time, to: time + 500)
            play.recognizer = [.text("I need an oil change and", after: 50)]
            play.run(until: time + 6_000)
            return (play.endedTurns.last?.time ?? 0) - time - 500
        }
        #expect(lastWait(pausing: 900) > lastWait(pausing: 200) + 100)
    }

    @Test("the node's numbers narrow the wait", arguments: [300, 900])
    func narrowed(milliseconds: Int) {
        var numbers = TurnTaking()
        (numbers.shortestWait, numbers.longestWait) = (.milliseconds(milliseconds), .milliseconds(milliseconds))
        let end = end("I need an oil change and") { $0.at(0, .adopt(numbers.trusting)) }
        #expect((milliseconds...milliseconds + 20).contains(end))
    }

    @Test("an utterance that never ends is ended after a minute; frames that stop end it after a second")
    func forced() {
        let endless = play("and so on and") { $0.callerSpeaks(from: 2_000, to: 70_000) }
        var long = endless
        long.run(until: 75_000)
        #expect(long.endedTurns.first?.time == 62_100)
        let muted = play("an oil change please") {
            $0.callerSpeaks(from: 2_000, to: 5_000)
            $0.framesStopAt = 2_500
        }
        #expect(muted.faults == [.framesStopped(turn: 1)] && muted.endedTurns.map(\.time) == [3_500])
        #expect(muted.asked.count == 1)
    }

    @Test("a line that is lost ends the turn, whose words are taken")
    func lostLine() {
        let play = play("an oil change and") {
            $0.at(3_000, .lineLost)
            $0.at(6_000, .lineRestored)
            $0.framesStopAt = 3_000
        }
        #expect(play.endedTurns.map(\.time) == [3_000] && play.asked.count == 1)
    }

    @Test("a cough is over at once and delays nothing for long")
    func cough() {
        let play = play("") { $0.speech = [2_000..<2_200] }
        #expect((play.endedTurns.first?.time ?? .max) <= 2_200 + 800)
        #expect(play.asked.isEmpty && !play.said.contains(Phrases().repair))
    }
}
