import Dialogue
import Testing
import Timing

@Suite("Who speaks first, and who gives way")
struct SpeechPriorityTests {
    /// The agent says this from 4580 on, 50 ms a character: three sentences of 20, 21 and 21 characters.
    private let reply = "One two three fours. Five six seven eight. Nine ten eleven twelv."

    private func play(_ change: (inout Play) -> Void) -> Play {
        var play = Play()
        play.joins()
        play.callerSpeaks(from: 2_000, to: 2_800)
        play.recognizer = [.text("tell me", after: 200), .text("and Friday", after: 200)]
        play.graph = [.text(reply, after: 300), .text("Fine.", after: 300)]
        change(&play)
        play.run(until: 16_000)
        return play
    }

    /// How something is to be said.
    private enum Manner { case next, now, firmly, idle }

    private func speech(
        _ id: String, _ text: String, _ priority: ControlledSpeech.Priority = .supervisor, manner: Manner = .next
    ) -> Dialogue.Event {
        .say(
            ControlledSpeech(
                id: id, text: text, priority: priority, isInterruptible: manner != .firmly,
                waitsForQuiet: manner == .idle, isImmediate: manner == .now || manner == .firmly))
    }

    @Test("what a supervisor wants said now empties the playout in the same call, and takes the answer's place")
    func now() throws {
        var play = Play()
        play.joins()
        play.at(3_000, .typed("tell me"))
        play.graph = [.text(reply, after: 300)]
        play.run(until: 4_400)
        let effects = play.dialogue.handle(speech("s", "Wait.", manner: .now), now: .origin + .milliseconds(4_400))
        #expect(effects.first == .clearPlayout(generation: 1))
        // The answer is heard from 3380 on: 1020 ms are the first twenty characters.
        #expect(
            effects.contains { if case .heard(let heard) = $0 { heard.text == "One two three fours." } else { false } })
        #expect(effects.contains { if case .speak(let next) = $0 { next.text == "Wait." } else { false } })
    }

    @Test("the rest of an answer that a supervisor replaced is not said, and only its heard words are remembered")
    func replaced() {
        let play = play { $0.at(5_000, speech("s", "Let me correct that.", manner: .now)) }
        #expect(play.said == ["Hello there, friend.", reply, "Let me correct that."])
        #expect(play.heard.map(\.text) == ["Hello there, friend.", "One two three", "Let me correct that."])
        #expect(play.ended == ["s: Let me correct that."])
    }

    @Test("what is to be said next waits for the end of the sentence, and lets the rest follow")
    func next() throws {
        let play = play { $0.at(6_000, speech("s", "One more thing.")) }
        #expect(
            play.said == [
                "Hello there, friend.", reply, "One more thing.", "Nine ten eleven twelv.",
            ])
        let cut = try #require(play.heard.first { $0.utterance.text == reply })
        #expect(cut.text == "One two three fours. Five six seven eight.")
        #expect(play.cutOffs.isEmpty)
    }

    @Test("what waits for quiet is said when nobody speaks and nothing is awaited")
    func idle() {
        let play = play { $0.at(2_500, speech("s", "By the way.", manner: .idle)) }
        #expect(play.said == ["Hello there, friend.", reply, "By the way."])
        #expect(play.clears.isEmpty)
    }

    @Test("equals do not cut each other off, and the less urgent never the more urgent")
    func equals() {
        for later in [ControlledSpeech.Priority.supervisor, .excuse, .interrupt, .handoff, .reply] {
            let play = play {
                $0.at(5_000, speech("one", "First of all, this.", manner: .now))
                $0.at(5_500, speech("two", "And then that.", later, manner: .now))
            }
            #expect(play.ended == ["one: First of all, this.", "two: And then that."])
            #expect(play.clears.count == 1)
        }
    }

    @Test("of what waits, the most urgent is said first")
    func order() {
        let play = play { play in
            play.at(
                4_600,
                speech("long", "This may not be interrupted by anybody.", manner: .firmly))
            let later = Array(ControlledSpeech.Priority.allCases.dropFirst().enumerated())
            for (index, priority) in later.reversed() {
                play.at(4_700, speech("\(index)", "Number \(index).", priority))
            }
            play.at(4_800, .announcement(Announcement(id: "n", text: "News.", priority: .interrupt)))
        }
        #expect(
            play.said.suffix(7) == [
                "This may not be interrupted by anybody.", "Number 0.", "Number 1.", "Number 2.", "News.", "Number 3.",
                "Number 4.",
            ])
    }

    @Test("a supervisor's words come before news of the same moment, which follows")
    func news() {
        for isFirst in [true, false] {
            let play = play {
                let news = Dialogue.Event.announcement(Announcement(id: "n", text: "News.", priority: .interrupt))
                let words = speech("s", "Wait.", manner: .now)
                $0.at(5_000, isFirst ? news : words)
                $0.at(5_000, isFirst ? words : news)
            }
            let order = play.heard.filter(\.isComplete).map(\.text)
            #expect(order.starts(with: ["Hello there, friend.", "Wait.", "News."]))
        }
    }

    @Test("what may not be interrupted is heard to its end, whoever wants to speak")
    func uninterruptible() {
        let play = play {
            $0.at(5_000, speech("e", "Please hold the line.", .excuse, manner: .firmly))
            $0.at(5_200, speech("s", "Wait.", manner: .now))
            $0.at(5_300, .conclude("Goodbye.", isForced: false))
        }
        #expect(play.ended == ["e: Please hold the line."])
        #expect(play.said.last == "Goodbye." && play.ends.map(\.reason) == [.concluded])
        #expect(play.clears.count == 1)
    }

    @Test("an end by force cuts off what may not be interrupted")
    func forced() {
        let play = play {
            $0.at(5_000, speech("e", "Please hold the line.", .excuse, manner: .firmly))
            $0.at(5_500, .conclude("Goodbye."))
        }
        #expect(play.ended == ["e: Please hold …"])
        #expect(play.ends.map(\.reason) == [.concluded] && play.clears.count == 2)
    }

    @Test("what the caller says into a supervisor's uninterruptible words becomes the next turn")
    func kept() {
        let play = play {
            $0.at(
                5_000, speech("s", "This is exactly what we offer to you.", manner: .firmly))
            $0.callerSpeaks(from: 5_300, to: 6_000)
        }
        #expect(play.asked.map(\.text) == ["tell me", "and Friday"])
        #expect(play.ended == ["s: This is exactly what we offer to you."])
        #expect(!play.listened(turn: 2).isEmpty)
    }

    @Test("a cough into a supervisor's words delays them, and they count as said once")
    func cough() {
        let play = play {
            $0.recognizer = [.text("tell me", after: 200), .text("", after: 200)]
            $0.at(5_000, speech("s", "This is exactly what we offer to you.", manner: .now))
            $0.callerSpeaks(from: 5_500, to: 5_800)
        }
        #expect(play.ended == ["s: This is exactly what we offer to you."])
        #expect(play.floor.filter { $0.report == .speechBegan(id: "s") }.count == 1)
        #expect(play.floor.contains { $0.report == .falseInterruption })
    }

    @Test("a caller who talks over a supervisor's words ends them; what was heard is reported")
    func bargeIn() {
        let play = play {
            $0.at(5_000, speech("s", "This is exactly what we offer to you.", manner: .now))
            $0.callerSpeaks(from: 5_700, to: 6_400)
        }
        #expect(play.ended == ["s: This is exactly what …"])
        #expect(play.asked.map(\.text) == ["tell me", "and Friday"])
    }

    @Test("what was withdrawn is not said; what has begun cannot be")
    func withdraw() {
        let play = play {
            $0.at(3_000, speech("late", "Never said.", manner: .idle))
            $0.at(5_000, speech("s", "This is said.", manner: .now))
            $0.at(5_200, .withdraw("late"))
            $0.at(5_200, .withdraw("s"))
        }
        #expect(play.ended == ["s: This is said."])
        #expect(!play.said.contains("Never said."))
    }

    @Test("the same speech twice is said once")
    func twice() {
        let play = play {
            $0.at(5_000, speech("s", "Only once.", manner: .now))
            $0.at(5_100, speech("s", "Only once.", manner: .now))
        }
        #expect(play.said.filter { $0 == "Only once." }.count == 1)
    }

    @Test("words that end the call end it once they were heard")
    func ends() {
        let play = play {
            $0.at(
                5_000,
                .say(
                    ControlledSpeech(
                        id: "s", text: "So long.", priority: .supervisor, endsCall: true, isImmediate: true)))
        }
        #expect(play.ended == ["s: So long."])
        #expect(play.ends.map(\.reason) == [.concluded] && play.heard.last?.isComplete == true)
    }

    @Test("what cannot be said is over at once, so that nobody waits for it")
    func full() {
        let play = play { play in
            play.at(2_100, speech("blank", " … "))
            for index in 0..<20 { play.at(2_200, speech("\(index)", "Number \(index).", manner: .idle)) }
        }
        #expect(play.ended.first == "blank: ")
        #expect(play.ended.filter { $0.hasSuffix(" …") }.count == 4)
        #expect(play.faults.count == 4)
    }

    @Test("where sentences end is told from abbreviations and times of day")
    func sentences() {
        let text = "We open at 9 a.m. on Monday, says Dr. Miller. \"Is that so?\" Yes."
        var play = Play()
        play.joins(greeting: text)
        play.at(300, .silence(at: .sentence))
        play.run(until: 10_000)
        #expect(play.cutOffs.map(\.heard) == ["We open at 9 a.m. on Monday, says Dr. Miller."])
    }
}
