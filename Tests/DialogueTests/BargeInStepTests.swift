import Audio
import Dialogue
import Testing
import Timing

@Suite("Giving way in steps")
struct BargeInStepTests {
    /// Heard from 80 on, 50 ms a character: ten words of 250 ms.
    private let text = "aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj."

    /// The caller speaks from 1000 on for so long.
    private func play(
        for duration: Int, partial: String? = nil, final: String = "", _ change: (inout Play) -> Void = { _ in }
    ) -> Play {
        var play = Play(TurnTaking())
        play.joins(greeting: text)
        play.callerSpeaks(from: 1_000, to: 1_000 + duration)
        play.recognizer = [.text(final, after: 100)]
        if let partial { play.at(1_200, .partial(partial, turn: 1)) }
        change(&play)
        play.run(until: 12_000)
        return play
    }

    @Test("the voice goes down by 120 ms, stands still by 300, and falls silent for good 300 later")
    func steps() throws {
        let play = play(for: 1_500, final: "I have a question.")
        let down = try #require(play.times(of: .duck(true)).first)
        let held = try #require(play.times(of: .hold).first)
        let cleared = try #require(play.clears.first)
        #expect((1_060...1_120).contains(down) && (1_160...1_290).contains(held))
        #expect(cleared > held && cleared <= held + 300)
        #expect(play.times(of: .duck(false)) == [cleared] && play.clears.count == 1)
        #expect(play.asked.map(\.text) == ["I have a question."])
        #expect(play.sound.filter { $0.time >= held && $0.time < cleared }.isEmpty)
    }

    @Test("words that want something silence the agent as soon as they are told")
    func words() throws {
        let play = play(for: 1_500, partial: "wait a moment", final: "Wait a moment.")
        #expect(play.clears == [1_200])
    }

    @Test("what was heard ends where the sound stood still", arguments: Array(stride(from: 600, to: 1_800, by: 130)))
    func heard(start: Int) throws {
        let play = play(for: 0, final: "I have a question.") { $0.speech = [start..<start + 1_200] }
        let heard = try #require(play.heard.first)
        let last = try #require(play.sound.last { $0.utterance == heard.utterance.id })
        let truth = text.prefix(last.range.upperBound / Play.characterLasts).split(separator: " ").count
        #expect(!heard.isComplete && abs(heard.text.split(separator: " ").count - truth) <= 1)
    }

    @Test(
        "a back-channel, a cough: the agent goes on with the word it stood at, and nothing is lost or asked",
        arguments: ["mm-hm", nil])
    func goesOn(partial: String?) throws {
        let play = play(for: 240, partial: partial, final: partial ?? "")
        #expect(play.times(of: .hold).count == 1 && play.clears.isEmpty && play.asked.isEmpty)
        let rewound = try #require(play.rewound.first)
        #expect(play.rewound.count == 1 && (1...260).contains(rewound))
        #expect(play.hasNoGap)
        #expect(play.heard.map(\.text) == [text] && play.heard[0].isComplete)
        #expect(play.times(of: .duck(true)).count == 1 && play.times(of: .duck(false)).count == 1)
        // The sound stands still for 450 ms at most.
        let resumed = try #require(play.times { if case .resume = $0 { true } else { false } }.first)
        #expect(resumed - (play.times(of: .hold).first ?? 0) <= 300)
    }

    @Test("it begins the word again at its very beginning, where the engine times words")
    func wordBegins() throws {
        let ends = (1...10).map { Duration.milliseconds($0 * 250) }
        let play = play(for: 240, partial: "mm-hm", final: "mm-hm") {
            $0.at(100, .wordTimes(utterance: 1, ends: ends))
        }
        let held = try #require(play.times(of: .hold).first)
        let end = try #require(play.sound.last { $0.time < held }).range.upperBound
        #expect((end - (play.rewound.first ?? 0)) % 250 == 0)
    }

    @Test("a voice that is gone before the sound stood still only lowers the agent's")
    func short() {
        let play = play(for: 120)
        #expect(play.times(of: .hold).isEmpty && play.rewound.isEmpty && play.clears.isEmpty)
        #expect(play.times(of: .duck(true)) == [1_100])
        #expect(play.times(of: .duck(false)).allSatisfy { $0 <= 1_240 })
        #expect(play.heard.map(\.isComplete) == [true])
    }

    @Test("short words that only lowered the voice are taken up when they are known")
    func shortWords() {
        let play = play(for: 120, final: "Wait.")
        #expect(play.asked.map(\.text) == ["Wait."] && play.clears.count == 1)
    }

    @Test("our own voice, come back, neither stops the agent nor is it asked")
    func echo() {
        let play = play(for: 900, final: "Cccc dddd eeee.") {
            $0.voice = VoiceActivity(isSpeech: true, score: 1, level: -30, echo: 0.9)
        }
        #expect(play.clears.isEmpty && play.asked.isEmpty && play.hasNoGap)
        #expect(play.heard.map(\.isComplete) == [true])
    }

    @Test("a caller who speaks over the echo is understood")
    func overEcho() {
        let play = play(for: 900, final: "No, Thursday is better for me.") {
            $0.voice = VoiceActivity(isSpeech: true, score: 1, level: -30, echo: 0.9)
        }
        #expect(play.asked.map(\.text) == ["No, Thursday is better for me."])
    }

    @Test("yeah, and then more: what sounded like listening was an interruption")
    func more() {
        let play = play(for: 1_600, partial: "yeah", final: "Yeah but I need Tuesday.") {
            $0.at(1_900, .partial("yeah but I need", turn: 1))
        }
        #expect(play.clears.count == 1 && play.asked.map(\.text) == ["Yeah but I need Tuesday."])
        #expect((play.clears.first ?? .max) <= 1_920)
    }

    @Test("okay after a question is an answer")
    func answer() {
        let play = play(for: 300, partial: "okay", final: "Okay.") {
            $0.speech = [1_700..<2_000]
            $0.at(0, .callerJoined(greeting: nil))
        }
        #expect(play.asked.isEmpty)
        var asking = Play(TurnTaking())
        asking.joins(greeting: "Is Monday fine? Then I will book it for you right now.")
        asking.callerSpeaks(from: 1_400, to: 1_700)
        asking.at(1_620, .partial("okay", turn: 1))
        asking.recognizer = [.text("Okay.", after: 100)]
        asking.run(until: 8_000)
        #expect(asking.asked.map(\.text) == ["Okay."] && asking.clears.count == 1)
    }

    @Test("speech that may not be interrupted is neither lowered nor stopped, and the words become the next turn")
    func uninterruptible() {
        var play = Play(TurnTaking())
        play.joins(greeting: "Hello.")
        play.repliesAreInterruptible = false
        play.graph = [.text(text, after: 100), .text("Friday it is.", after: 100)]
        play.recognizer = [.text("What about Friday?", after: 100)]
        play.at(1_000, .typed("tell me"))
        play.callerSpeaks(from: 1_700, to: 2_600)
        play.run(until: 12_000)
        #expect(play.times(of: .duck(true)).isEmpty && play.times(of: .hold).isEmpty && play.clears.isEmpty)
        #expect(play.asked.map(\.text) == ["tell me", "What about Friday?"])
    }

    @Test("before the first sound there is nothing to lower: the agent stands still, and may be cut off whole")
    func beforeSound() {
        let play = play(for: 1_500, final: "Hello?") {
            $0.synthesizerDelay = 1_150
        }
        #expect(play.clears.count == 1 && play.heard.map(\.text).first == "")
        #expect(play.sound.first { $0.time < play.clears[0] } == nil)
    }

    @Test("what is known as heard never becomes less")
    func appendOnly() {
        var play = Play(TurnTaking())
        play.joins(greeting: text)
        play.callerSpeaks(from: 1_000, to: 1_240)
        play.at(1_200, .partial("mm-hm", turn: 1))
        play.recognizer = [.text("mm-hm", after: 100)]
        var last = ""
        for time in stride(from: 20, to: 4_000, by: 20) {
            play.run(until: time)
            guard let heard = play.dialogue.heardSoFar?.text else { continue }
            #expect(heard.hasPrefix(last))
            last = heard
        }
        #expect(play.rewound.count == 1)
    }

    @Test("the voice is weighed only where turns are judged: document 004 counts its frames")
    func counted() {
        var play = Play(.simple)
        play.joins(greeting: text)
        play.callerSpeaks(from: 1_000, to: 1_600)
        play.run(until: 4_000)
        #expect(play.clears == [1_160] && play.times(of: .duck(true)).isEmpty)
    }
}
