import Audio
import Dialogue
import Testing
import Timing

@Suite("A voice that may be the agent's own")
struct EchoDoubtTests {
    private static let text = "aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj."
    /// As the detector hears it before anybody knows how the agent's voice comes back.
    private static let doubtful = VoiceActivity(isSpeech: true, score: 0.9, level: -30, pitch: 190, mayBeEcho: true)

    /// A voice from 1000 on, while "dddd" is said, for so long.
    private func play(
        for duration: Int, partial: String? = nil, final: String = "", _ change: (inout Play) -> Void = { _ in }
    ) -> Play {
        var play = Play(TurnTaking())
        play.voice = Self.doubtful
        play.joins(greeting: Self.text)
        play.callerSpeaks(from: 1_000, to: 1_000 + duration)
        play.recognizer = [.text(final, after: 100)]
        if let partial { play.at(1_350, .partial(partial, turn: 1)) }
        change(&play)
        play.run(until: 12_000)
        return play
    }

    @Test(
        "it goes on while the agent stands still, as an echo does for its delay: without words that is no interruption")
    func wordless() {
        for duration in [300, 700, 1_500] {
            let play = play(for: duration)
            #expect(play.clears.isEmpty && play.heard.first?.isComplete == true, "\(duration)")
            #expect(play.times(of: .duck(true)).count == 1 && play.times(of: .hold).count == 1)
        }
    }

    @Test("the agent's own words let it go on at once, and are no turn", arguments: ["dddd", "cccc dddd eeee"])
    func ownWords(partial: String) throws {
        let play = play(for: 900, partial: partial, final: "Cccc dddd, eeee ffff.")
        #expect(play.clears.isEmpty && play.asked.isEmpty && play.hasNoGap)
        let resumed = try #require(play.times { if case .resume = $0 { true } else { false } }.first)
        #expect(resumed == 1_350)
    }

    @Test("words that are not its own are an interruption, also among its own", arguments: ["stop", "dddd eeee wait"])
    func foreign(partial: String) {
        let play = play(for: 900, partial: partial, final: "Wait a moment.")
        #expect(play.clears == [1_350] && play.asked.map(\.text) == ["Wait a moment."])
    }

    @Test("words of the caller's own that come when it has gone on stop it")
    func late() {
        let play = play(for: 1_400, partial: "dddd", final: "Dddd, no I meant Friday.") {
            $0.at(1_800, .partial("dddd no i meant", turn: 1))
        }
        #expect(play.clears.count == 1 && (1_800...1_820).contains(play.clears[0]))
        #expect(play.asked.map(\.text) == ["Dddd, no I meant Friday."])
    }

    @Test("what the agent says later or said long before is the caller's, if it is the caller who says it")
    func elsewhere() {
        let play = play(for: 900, final: "Jjjj hhhh iiii.")
        #expect(play.asked.map(\.text) == ["Jjjj hhhh iiii."])
    }

    @Test("it makes the agent stand still once, not again and again")
    func once() {
        let play = play(for: 300) {
            $0.speech += [1_700..<2_100, 2_400..<2_800]
        }
        #expect(play.times(of: .hold).count == 1 && play.times(of: .duck(true)).count == 1)
        #expect(play.clears.isEmpty && play.hasNoGap)
    }

    @Test("after that the caller still stops it by words")
    func onceAndWords() {
        let play = play(for: 300) {
            $0.speech.append(1_700..<2_500)
            for turn in 1...2 { $0.at(2_100, .partial("no not that", turn: turn)) }
        }
        #expect(play.clears.count == 1 && play.clears[0] <= 2_140)
    }
}
