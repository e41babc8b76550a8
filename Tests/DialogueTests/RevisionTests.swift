import Dialogue
import Testing
import Timing

@Suite("Revisions of a turn")
struct RevisionTests {
    private let words = "What are your hours?"

    private func play(_ numbers: TurnTaking = TurnTaking(), _ change: (inout Play) -> Void = { _ in }) -> Play {
        var play = Play(numbers)
        play.joins()
        play.callerSpeaks(from: 2_000, to: 2_800)
        play.recognizer = [.text(words, after: 100)]
        play.graph = [.text("We open at nine.", after: 50)]
        play.draft = .text("We open at nine.", after: 60)
        change(&play)
        play.run(until: 9_000)
        return play
    }

    @Test("the words are asked for after 100 ms of silence, and everybody works ahead on them")
    func workAhead() {
        let play = play()
        #expect(play.softEnds.map(\.time) == [2_900])
        #expect(play.prepared.map(\.time) == [3_000] && play.prepared.map(\.text) == [words])
        #expect(play.times(of: .presynthesize("We open at nine.")) == [3_060])
    }

    @Test("the end and the question are one, and come once, before anything is said")
    func commit() throws {
        let play = play()
        let end = try #require(play.endedTurns.first)
        #expect(play.endedTurns.count == 1 && play.asked.count == 1)
        #expect(play.asked.map(\.text) == [words] && play.asked[0].time == end.time)
        #expect((3_000...3_200).contains(end.time))
        #expect(play.spoken.map(\.time) == [0, end.time + 50])
    }

    @Test("a caller who goes on makes the next revision, and what was made of the last is dropped")
    func goesOn() {
        let play = play {
            // The transcript of the first revision comes when the caller speaks again, its draft as well.
            $0.callerSpeaks(from: 3_000, to: 3_600)
            $0.recognizer = [.text("What are", after: 160), .text(words, after: 100)]
        }
        #expect(play.softEnds.map(\.revision) == [0, 1])
        #expect(play.times(of: .reopen(turn: 1, revision: 1)).count == 1)
        #expect(play.prepared.map(\.text) == [words] && play.prepared.map(\.revision) == [1])
        #expect(play.asked.map(\.text) == [words])
        #expect(play.endedTurns.count == 1)
    }

    @Test("a draft of a revision that is past is not made into sound")
    func staleDraft() {
        let play = play {
            $0.draft = .text("A draft.", after: 150)
            $0.recognizer = [.text("I need an", after: 100)]
            // Goes on at 3040, after the words and before the draft.
            $0.callerSpeaks(from: 3_020, to: 3_600)
        }
        #expect(play.prepared.map(\.revision) == [0, 1])
        #expect(play.times(of: .presynthesize("A draft.")).count == 1)
        #expect(play.times(of: .presynthesize("A draft.")).allSatisfy { $0 > 3_600 })
    }

    @Test("every sound of the turn reaches the recogniser, those between the revisions, too")
    func sound() {
        let play = play { $0.callerSpeaks(from: 3_000, to: 3_600) }
        let numbers = play.listened(turn: 1)
        #expect(numbers == (numbers[0]..<numbers[0] + Int16(numbers.count)).map { $0 })
    }

    @Test("a click in the silence asks for nothing anew")
    func click() {
        let play = play { $0.callerSpeaks(from: 3_000, to: 3_040) }
        #expect(play.softEnds.count == 1 && play.asked.map(\.text) == [words])
    }

    @Test("a caller who stops for breath again and again is not recognised anew at each")
    func breaths() {
        let play = play {
            $0.speech = (0..<20).map { 2_000 + $0 * 300..<2_000 + $0 * 300 + 160 }
            $0.recognizer = [.never, .never, .never, .never, .never, .never, .never, .never, .never]
        }
        #expect(play.softEnds.count == 9)
    }

    @Test("document 004's end stays sixty silent frames away, with the words here before")
    func counted() {
        let play = play(.simple)
        #expect(play.softEnds.map(\.time) == [2_900] && play.prepared.map(\.time) == [3_000])
        #expect(play.asked.map(\.time) == [4_000] && play.endedTurns.map(\.time) == [4_000])
    }

    @Test("words the agent does not know yet are not asked twice: two typed and spoken parts make one question")
    func typed() {
        let play = play { $0.at(2_500, .typed("Hello.")) }
        #expect(play.prepared.map(\.text) == ["Hello. " + words])
        #expect(play.asked.map(\.text) == ["Hello. " + words])
    }

    @Test("nothing is prepared while turns are held, nor on sounds of listening")
    func notPrepared() {
        let held = play { $0.at(1_500, .holdTurns(true)) }
        #expect(held.prepared.isEmpty && held.overheard == [words])
        let sound = play {
            $0.speech = [300..<440]
            $0.recognizer = [.text("mm-hm", after: 100)]
        }
        #expect(sound.prepared.isEmpty && sound.asked.isEmpty)
    }
}
