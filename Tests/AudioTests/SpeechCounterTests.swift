import Audio
import Testing

@Suite("Document 004's counters")
struct SpeechCounterTests {
    /// What a counter says about a script of frames: "s" is speech, "." is silence; frame `n` holds the number `n`.
    private func run(_ script: String, profile: SpeechProfile = .simple, agentSpeaks: Bool = false) -> [SpeechEvent] {
        var counter = SpeechCounter(profile)
        return script.enumerated().map { index, letter in
            counter.step([Int16(index)], letter == "s" ? .speech : .silence, agentSpeaks: agentSpeaks)
        }
    }

    private func repeated(_ letter: String, _ count: Int) -> String { String(repeating: letter, count: count) }

    private func frames(_ events: [SpeechEvent], _ wanted: (SpeechEvent) -> Bool) -> [Int] {
        events.enumerated().filter { wanted($0.element) }.map(\.offset)
    }

    @Test("the numbers are document 004's")
    func defaults() {
        #expect(EnergyDetector.defaultThreshold == 0.012)
        #expect(SpeechProfile.simple.minSpeechFrames == 5)
        #expect(SpeechProfile.simple.minSilenceFrames == 60)
        #expect(SpeechProfile.simple.bargeInFrames == 8)
        #expect(SpeechProfile.simple.creditFrames == 0)
        #expect(SpeechProfile.simple.preRollFrames >= 15)
    }

    @Test("energy is the root mean square over 32768, and only more than 0.012 is speech")
    func energy() {
        var detector = EnergyDetector()
        #expect(LevelMeter.rootMeanSquare(Tone.square(16_384)) == 0.5)
        #expect(!detector.detect(Tone.square(393)).isSpeech)  // 0.011993
        #expect(detector.detect(Tone.square(394)).isSpeech)  // 0.012024
        #expect(!detector.detect([]).isSpeech)
        #expect(LevelMeter.rootMeanSquare([Int16.min, Int16.min]) == 1)
    }

    @Test("an utterance begins with the fifth speech frame in a row")
    func start() {
        let events = run("...ssss.ssss.sssssss")
        #expect(frames(events) { if case .started = $0 { true } else { false } } == [17])
        #expect(events[18] == .continues)
    }

    @Test("the pre-roll has the five frames and 300 ms before them, oldest first")
    func preRoll() {
        let events = run(repeated(".", 40) + "sssss")
        #expect(events.last == .started(preRoll: (25...44).map { Int16($0) }))
        #expect(run("sssss").last == .started(preRoll: [0, 1, 2, 3, 4]))
    }

    @Test("an utterance ends with the sixtieth silent frame in a row, and not before")
    func end() {
        let events = run("sssss" + repeated(".", 59) + "s" + repeated(".", 60) + "..")
        #expect(frames(events) { $0 == .ended } == [4 + 60 + 60])
        #expect(events.last == .quiet)
    }

    @Test("the eighth speech frame in a row interrupts an agent that speaks, once")
    func bargeIn() {
        #expect(frames(run("..ssssssssssss", agentSpeaks: true)) { $0 == .bargeIn } == [9])
        #expect(frames(run("..ssssssssssss", agentSpeaks: false)) { $0 == .bargeIn } == [])
        #expect(frames(run("sssssss.sssssss.", agentSpeaks: true)) { $0 == .bargeIn } == [])
    }

    @Test("a caller who was speaking before the agent began must speak eight frames more")
    func overlap() {
        var counter = SpeechCounter()
        for _ in 0..<20 { _ = counter.step([0], .speech, agentSpeaks: false) }
        let events = (0..<10).map { _ in counter.step([0], .speech, agentSpeaks: true) }
        #expect(frames(events) { $0 == .bargeIn } == [7])
    }

    @Test("with Silero's credit the first word starts at once and the sixth frame interrupts")
    func credit() {
        let events = run("...ssssssss", profile: .silero, agentSpeaks: true)
        #expect(frames(events) { if case .started = $0 { true } else { false } } == [3])
        #expect(frames(events) { $0 == .bargeIn } == [7])
    }

    @Test("levels for RFC 6464 run from 0, full scale, to 127, silence")
    func levels() {
        #expect(LevelMeter.level(of: Tone.square(32_767)) == 0)
        #expect(LevelMeter.level(of: Tone.square(3_277)) == 20)
        #expect(LevelMeter.level(of: [0, 0]) == 127)
        #expect(LevelMeter.level(of: []) == 127)
        #expect(LevelMeter.level(of: Tone.square(1)) == 90)
    }
}
