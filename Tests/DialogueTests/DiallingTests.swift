import Dialogue
import Testing
import Timing

@Suite("Keys that the caller presses, and words of others")
struct DiallingTests {
    private func play(_ change: (inout Play) -> Void) -> Play {
        var play = Play(TurnTaking())
        play.joins()
        change(&play)
        play.run(until: 14_000)
        return play
    }

    private func dial(_ keys: String, at time: Int, every pause: Int = 400, _ play: inout Play) {
        for (index, key) in keys.enumerated() { play.at(time + index * pause, .key(key)) }
    }

    @Test("digits gather, and three seconds after the last they are the caller's words")
    func pause() {
        let play = play { dial("415", at: 2_000, &$0) }
        #expect(play.asked.map(\.text) == ["4 1 5"] && play.asked.map(\.time) == [5_800])
        #expect(play.said.last == "Certainly.")
    }

    @Test("the hash key ends them at once, and is nothing alone")
    func hash() {
        #expect(play { dial("415#", at: 2_000, &$0) }.asked.map(\.time) == [3_200])
        #expect(play { dial("##", at: 2_000, &$0) }.asked.isEmpty)
    }

    @Test("a slow second number is a turn of its own")
    func two() {
        let play = play {
            dial("12", at: 2_000, &$0)
            dial("34", at: 7_000, &$0)
        }
        #expect(play.asked.map(\.text) == ["1 2", "3 4"])
    }

    @Test("the first digit silences the agent; what may not be interrupted goes on")
    func cutsIn() {
        let play = play { dial("7", at: 500, &$0) }
        #expect(play.clears == [500] && play.asked.map(\.text) == ["7"])
        let firm = self.play {
            $0.repliesAreInterruptible = false
            $0.graph = [.text("This is said to its end, always.", after: 100)]
            $0.at(1_500, .typed("hi"))
            dial("7#", at: 1_800, &$0)
        }
        #expect(firm.clears.isEmpty && firm.asked.map(\.text) == ["hi", "7"])
    }

    @Test("the agent does not begin to speak while the caller dials, nor does silence count")
    func busy() {
        let play = play {
            dial("1", at: 2_000, &$0)
            $0.at(2_100, .announcement(Announcement(id: "n", text: "News.", priority: .high)))
        }
        #expect(play.said == ["Hello there, friend.", "Certainly.", "News."])
    }

    @Test("stars are words, letters and anything else are nothing, and no number is endless")
    func odd() {
        #expect(play { dial("*9#", at: 2_000, &$0) }.asked.map(\.text) == ["star 9"])
        #expect(play { dial("AD٣x", at: 2_000, &$0) }.asked.isEmpty)
        let long = play { dial(String(repeating: "1", count: 40), at: 2_000, every: 10, &$0) }
        #expect(long.asked.map(\.text.count) == [63, 15])
    }

    @Test("digits pressed and words said at a time are one turn")
    func together() {
        let play = play {
            $0.callerSpeaks(from: 2_000, to: 2_600)
            $0.recognizer = [.text("My number is", after: 100)]
            dial("415#", at: 2_700, every: 100, &$0)
        }
        #expect(play.asked.map(\.text) == ["My number is 4 1 5"])
    }

    // MARK: Others

    @Test("words of another caller are a turn of their own, after the present one and its answer")
    func aside() {
        let play = play {
            $0.callerSpeaks(from: 2_000, to: 2_800)
            $0.recognizer = [.text("What are your hours?", after: 100)]
            $0.at(2_400, .aside("And ask for Sunday,", speaker: "Bob"))
            $0.at(2_500, .aside("too.", speaker: "Bob"))
        }
        #expect(play.asked.map(\.text) == ["What are your hours?", "And ask for Sunday, too."])
        #expect(Set(play.asked.map(\.turn)).count == 2)
        #expect(play.clears.isEmpty && play.asked[1].time > play.spoken[1].time)
    }

    @Test("while nobody speaks they are asked at once; blanks are nothing, and too much is dropped")
    func asides() {
        #expect(play { $0.at(3_000, .aside("Hello?", speaker: "Bob")) }.asked.map(\.time) == [3_000])
        #expect(play { $0.at(3_000, .aside(" … ", speaker: "Bob")) }.asked.isEmpty)
        let many = play { play in
            for index in 0..<20 { play.at(500, .aside("Number \(index).", speaker: "\(index)")) }
        }
        #expect(many.asked.count <= 8)
    }
}
