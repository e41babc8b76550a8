import Audio
import Dialogue
import Testing
import Timing

@Suite("A sound of the caller into the agent's speech")
struct YieldingTests {
    private static let backchannels = TurnTaking().backchannels
    private static let near = VoiceActivity(isSpeech: true, level: -25, pitch: 180)
    private static let unvoiced = VoiceActivity(isSpeech: true, level: -30)
    private static let doubtful = VoiceActivity(isSpeech: true, level: -30, pitch: 200, mayBeEcho: true)
    private static let own = VoiceActivity(isSpeech: true, level: -30, pitch: 200, echo: 0.9)

    /// The verdicts every 20 ms after `sounding` milliseconds of a sound and silence behind it, with a hold at 280 ms.
    private func verdicts(
        _ activity: VoiceActivity, sounding: Int, until end: Int = 1_200, partials: [(Int, String)] = []
    ) -> [(time: Int, verdict: Interjection.Verdict)] {
        var interjection = Interjection(began: .origin)
        return stride(from: 20, through: end, by: 20).map { time in
            let now = Instant.origin + .milliseconds(time)
            for partial in partials where partial.0 == time { interjection.take(partial: partial.1) }
            interjection.take(time <= sounding ? activity : .silence, now: now)
            let held = time > 280 ? Instant.origin + .milliseconds(280) : nil
            return (
                time, interjection.verdict(now: now, heldSince: held, backchannels: Self.backchannels)
            )
        }
    }

    private func first(_ verdicts: [(time: Int, verdict: Interjection.Verdict)]) -> (time: Int, Interjection.Verdict)? {
        verdicts.first { $0.verdict != .undecided }.map { ($0.time, $0.verdict) }
    }

    @Test(
        "whatever it is, there is a verdict 300 ms after the hold",
        arguments: Array(stride(from: 20, through: 1_000, by: 20)))
    func always(sounding: Int) {
        for activity in [Self.near, Self.unvoiced, Self.own, Self.doubtful] {
            for text in ["", "stop", "mm-hmm", "yeah", "i have a question"] {
                let verdict = verdicts(activity, sounding: sounding, partials: [(200, text)]).last { $0.time <= 580 }
                #expect(verdict?.verdict != .undecided, "\(sounding) \(text)")
            }
        }
    }

    @Test(
        "words that want something are an interruption at once",
        arguments: [
            "stop", "wait", "no", "hold on", "actually i", "on Tuesday then", "yes but", "okay but what about", "what",
            "excuse me",
            "yeah i need", "no no", "can you tell", "oh wait",
        ])
    func claims(text: String) throws {
        let verdict = try #require(first(verdicts(Self.near, sounding: 400, partials: [(260, text)])))
        #expect(verdict == (260, .interruption))
    }

    @Test(
        "one or two words that ask for nothing may be a hum that was misread: the voice must go on for them to count",
        arguments: ["the", "can", "you have", "Tuesday"])
    func doubt(text: String) throws {
        let brief = verdicts(Self.near, sounding: 400, partials: [(260, text)])
        #expect(first(brief)?.1 != .interruption)
        let long = try #require(first(verdicts(Self.near, sounding: 1_200, partials: [(260, text)])))
        #expect(long.1 == .interruption && long.0 > 260)
    }

    @Test(
        "sounds of listening are none, from the silence behind them on",
        arguments: [
            "mm-hmm", "Mm hm.", "uh huh", "yeah", "okay", "right", "sure", "I see", "got it", "yeah okay", "oh I see",
            "hmm okay", "yeah yeah", "okay got it",
        ])
    func listening(text: String) throws {
        let verdict = try #require(first(verdicts(Self.near, sounding: 400, partials: [(300, text)])))
        #expect(verdict == (520, .backchannel))
    }

    @Test(
        "every listed sound is a back-channel, and the same with more behind it an interruption",
        arguments: backchannels.sorted())
    func listed(sound: String) {
        #expect(verdicts(Self.near, sounding: 300, partials: [(300, sound)]).last?.verdict == .backchannel)
        #expect(verdicts(Self.near, sounding: 300, partials: [(300, sound + " but")]).last?.verdict == .interruption)
    }

    @Test("half of a sound of listening, from a caller who is silent, may grow for a second in all")
    func growing() throws {
        let grown = verdicts(Self.near, sounding: 400, partials: [(300, "got"), (700, "got it")])
        #expect(try #require(first(grown)) == (700, .backchannel))
        let other = verdicts(Self.near, sounding: 400, partials: [(300, "got"), (700, "got a question")])
        #expect(try #require(first(other)) == (700, .interruption))
        let left = verdicts(Self.near, sounding: 400, partials: [(300, "got")])
        #expect(try #require(first(left)) == (1_000, .backchannel))
    }

    @Test("half of one from a caller who speaks on is an interruption 300 ms after the hold")
    func going() throws {
        let verdict = try #require(first(verdicts(Self.near, sounding: 900, partials: [(300, "got")])))
        #expect(verdict == (580, .interruption))
    }

    @Test("speech that goes on is an interruption without words", arguments: [600, 800, 1_000])
    func long(sounding: Int) throws {
        #expect(try #require(first(verdicts(Self.near, sounding: sounding))) == (580, .interruption))
    }

    @Test(
        "a short sound without words is noise when it has no voice, and a back-channel when it has",
        arguments: [60, 120, 200, 300, 400])
    func short(sounding: Int) {
        #expect(verdicts(Self.unvoiced, sounding: sounding).last?.verdict == .noise)
        #expect(verdicts(Self.near, sounding: sounding).last?.verdict == .backchannel)
    }

    @Test(
        "the agent's own voice is told by its echo, however long, whatever words it gives",
        arguments: [100, 300, 600, 1_200])
    func echo(sounding: Int) throws {
        let verdict = try #require(
            first(verdicts(Self.own, sounding: sounding, partials: [(80, "one moment please")])))
        #expect(verdict.1 == .echo)
    }

    @Test("a caller who speaks over the echo is heard")
    func both() {
        var interjection = Interjection(began: .origin)
        for index in 1...40 {
            let now = Instant.origin + .milliseconds(index * 20)
            interjection.take(index % 3 == 0 ? Self.own : Self.near, now: now)
        }
        let verdict = interjection.verdict(
            now: .origin + .milliseconds(800), heldSince: .origin + .milliseconds(280), backchannels: Self.backchannels)
        #expect(verdict == .interruption)
    }
}
