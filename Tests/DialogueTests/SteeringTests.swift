import Dialogue
import Testing
import Timing

@Suite("People steer the call")
struct SteeringTests {
    /// Said from 4580 on, 50 ms a character.
    private let reply = "One two three fours. Five six seven eight. Nine ten eleven twelv."

    private func play(until end: Int = 16_000, _ change: (inout Play) -> Void) -> Play {
        var play = Play()
        play.joins()
        play.callerSpeaks(from: 2_000, to: 2_800)
        play.recognizer = [
            .text("tell me", after: 200), .text("and Friday", after: 200), .text("or Monday", after: 200),
        ]
        play.graph = [.text(reply, after: 300), .text("Fine.", after: 300)]
        change(&play)
        play.run(until: end)
        return play
    }

    private func excuse(_ play: inout Play, at time: Int) {
        play.at(
            time,
            .say(
                ControlledSpeech(
                    id: "e", text: "One moment, please.", priority: .excuse, isInterruptible: false, isImmediate: true,
                    isMemorable: false)))
    }

    // MARK: Silence

    @Test("silence at the frame empties the playout in the same call")
    func frame() {
        let play = play { $0.at(5_000, .silence(at: .frame)) }
        #expect(play.clears == [5_000])
        #expect(play.cutOffs.map(\.time) == [5_000] && play.cutOffs.map(\.heard) == ["One two three"])
        #expect(play.said.last == reply)
    }

    @Test(
        "silence at the sentence lets the sentence end, and nothing of the next is heard",
        arguments: [4_600, 5_000, 5_500])
    func sentence(time: Int) {
        let play = play { $0.at(time, .silence(at: .sentence)) }
        // Twenty characters of 50 ms from 4580; the pause behind them is estimated.
        let stop = play.clears.first ?? 0
        #expect((5_440...5_620).contains(stop))
        #expect(play.cutOffs.map(\.heard) == ["One two three fours."])
        #expect(play.heard.last?.text == "One two three fours.")
    }

    @Test("silence in the last sentence is the utterance's end")
    func lastSentence() {
        let play = play { $0.at(7_200, .silence(at: .sentence)) }
        #expect(play.cutOffs.map(\.heard) == [reply] && play.clears.isEmpty)
        #expect(play.heard.last?.isComplete == true)
    }

    @Test("silence is answered at once when nothing is said, and before the first sound")
    func silent() {
        let idle = play { $0.at(1_500, .silence(at: .sentence)) }
        #expect(idle.cutOffs.map(\.time) == [1_500] && idle.cutOffs.map(\.heard) == [""])
        let early = play { $0.at(4_540, .silence(at: .sentence)) }
        #expect(early.cutOffs.map(\.time) == [4_540] && early.cutOffs.map(\.heard) == [""])
    }

    @Test("what may not be interrupted is heard before silence is")
    func uninterruptible() {
        let play = play {
            $0.repliesAreInterruptible = false
            $0.at(5_000, .silence(at: .frame))
        }
        #expect(play.cutOffs.map(\.heard) == [reply])
        #expect(play.clears.isEmpty)
    }

    @Test("a caller who talks before the sentence ends is the silence, and nothing is taken up again")
    func bargeIn() {
        let play = play {
            $0.recognizer = [.text("tell me", after: 200), .text("", after: 200)]
            $0.at(5_000, .silence(at: .sentence))
            $0.callerSpeaks(from: 4_900, to: 5_300)
        }
        #expect(play.cutOffs.map(\.time) == [5_060])
        #expect(!play.floor.contains { $0.report == .falseInterruption })
        #expect(play.said.last == reply)
    }

    // MARK: Holding

    @Test("an answer that is abandoned is never said, and its turn stays unanswered")
    func abandoned() {
        let play = play { $0.at(4_300, .abandonAnswer) }
        #expect(play.said == ["Hello there, friend."])
        #expect(play.asked.count == 1 && play.faults.isEmpty)
    }

    @Test("an answer that waits to be said is abandoned too, and was not heard")
    func abandonedLate() {
        let play = play {
            excuse(&$0, at: 4_300)
            $0.at(4_600, .abandonAnswer)
        }
        #expect(play.said == ["Hello there, friend.", "One moment, please."])
        #expect(play.heard.map(\.text).contains(""))
    }

    @Test("while turns are held they come out, each once, and the graph is not asked")
    func held() {
        let play = play {
            $0.at(1_500, .holdTurns(true))
            $0.callerSpeaks(from: 6_000, to: 6_800)
            $0.at(10_000, .holdTurns(false))
            $0.callerSpeaks(from: 11_000, to: 11_800)
        }
        #expect(play.overheard == ["tell me", "and Friday"])
        #expect(play.asked.map(\.text) == ["or Monday"])
    }

    @Test("what the caller says over the excuse is the first held turn; the excuse is heard to its end")
    func overExcuse() {
        let play = play {
            $0.at(5_000, .holdTurns(true))
            $0.at(5_000, .silence(at: .frame))
            excuse(&$0, at: 5_000)
            $0.callerSpeaks(from: 5_300, to: 6_000)
        }
        #expect(play.overheard == ["and Friday"])
        #expect(play.ended == ["e: One moment, please."])
        #expect(!play.listened(turn: 2).isEmpty)
    }

    @Test("the graph is asked again when turns were held, and answers")
    func answered() {
        let play = play {
            $0.at(1_500, .holdTurns(true))
            $0.at(8_000, .holdTurns(false))
            $0.at(8_000, .answer)
        }
        #expect(play.times(of: .askAgain(turn: 2)) == [8_000] && play.asked.isEmpty)
        #expect(play.said.last == reply)
    }

    @Test("an answer that is wanted again belongs to a turn of its own")
    func again() {
        let play = play {
            $0.at(4_300, .abandonAnswer)
            $0.at(6_000, .answer)
        }
        let turns = play.log.compactMap { if case .askAgain(let turn) = $0.effect { turn } else { nil } }
        #expect(turns == [2] && play.said.last == "Fine.")
    }

    @Test("a caller who is talking when the agent may answer again is waited for, and answered once")
    func midAir() {
        let play = play {
            $0.at(1_500, .holdTurns(true))
            $0.callerSpeaks(from: 6_000, to: 6_800)
            $0.at(6_400, .holdTurns(false))
            $0.at(6_400, .answer)
        }
        #expect(play.asked.map(\.text) == ["and Friday"])
        #expect(play.asked.map(\.time) == [8_200])
    }

    // MARK: Quiet

    @Test("in quiet the agent neither prompts, nor repairs, nor tells news; news follows later")
    func quiet() {
        let play = play(until: 70_000) {
            $0.recognizer = [.text("", after: 200)]
            $0.callerSpeaks(from: 10_000, to: 12_000)
            $0.at(1_500, .quiet(true))
            $0.at(1_500, .holdTurns(true))
            for (index, priority) in Announcement.Priority.allCases.enumerated() {
                $0.at(2_000, .announcement(Announcement(id: "\(index)", text: "News \(index).", priority: priority)))
            }
            $0.at(60_000, .quiet(false))
        }
        #expect(play.spoken.filter { $0.time < 60_000 }.map(\.utterance.text) == ["Hello there, friend."])
        #expect(play.said.dropFirst() == ["News 0.", "News 1.", "News 2.", "News 3."])
    }

    @Test("a recogniser that fails in quiet is not apologised for")
    func quietFailure() {
        let play = play {
            $0.recognizer = [.failure(after: 200)]
            $0.at(1_500, .quiet(true))
        }
        #expect(play.said == ["Hello there, friend."])
    }

    // MARK: Reports

    @Test("who has the floor is reported in order")
    func floor() {
        let play = play(until: 9_000) { _ in }
        #expect(
            play.floor.map(\.report) == [
                .agentBegan(isInterruptible: true), .agentEnded, .callerBegan, .callerEnded, .thinking(turn: 1),
                .answered(turn: 1), .agentBegan(isInterruptible: true), .agentEnded,
            ])
    }

    @Test("an interruption is reported, and that it was none")
    func interruptions() {
        let play = play {
            $0.recognizer = [.text("tell me", after: 200), .text("mm-hm", after: 200)]
            $0.callerSpeaks(from: 5_000, to: 5_400)
        }
        let reports = play.floor.map(\.report)
        #expect(reports.contains(.bargeIn(heard: "One two three")))
        #expect(reports.contains(.falseInterruption))
    }
}
