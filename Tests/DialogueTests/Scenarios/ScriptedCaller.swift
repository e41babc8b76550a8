import Audio

/// What the caller does, in milliseconds of the scenario; seconds where it is written down.
struct ScriptedCaller {
    /// Words, or a sound without any, and how the detector hears it.
    struct Speech {
        let time: Range<Int>
        let words: [String]
        let sound: VoiceActivity

        /// When word number `index` is over.
        func end(of index: Int) -> Int { time.lowerBound + time.count * (index + 1) / words.count }
    }

    /// The detector notices a voice so late; `SpeechProfile.silero` gives credit for it.
    static let detection = 60

    private(set) var speech: [Speech] = []
    /// The caller's track gives no frames in these spans.
    var mutes: [Range<Int>] = []

    mutating func says(_ text: String, at start: Double, lasting: Double, sound: VoiceActivity = .voice) {
        let begin = Int((start * 1_000).rounded())
        let words = text.split(separator: " ").map(String.init)
        speech.append(
            Speech(time: begin..<begin + Int((lasting * 1_000).rounded()), words: words, sound: sound))
    }

    /// A cough, a knock, a rustle: no words.
    mutating func makesNoise(at start: Double, lasting: Double, sound: VoiceActivity = .knock) {
        says("", at: start, lasting: lasting, sound: sound)
    }

    /// What the detector makes of the frame that ends at `tick`.
    func activity(at tick: Int) -> VoiceActivity {
        let heard = speech.first { $0.time.lowerBound + Self.detection < tick && tick - 20 < $0.time.upperBound }
        guard var sound = heard?.sound else { return .silence }
        // Too little melody to tell anything by, unless it is asked for.
        if sound == .voice, tick / 20 % 3 != 0 { sound.pitch = nil }
        return sound
    }

    func isMuted(at tick: Int) -> Bool { mutes.contains { $0.contains(tick) } }

    /// Whether a word of anything ends in this frame.
    func isWordEnd(_ frame: Int) -> Bool {
        speech.contains { one in
            one.time.lowerBound / 20 <= frame && frame <= one.time.upperBound / 20 + 1
                && one.words.indices.contains { (one.end(of: $0) + 19) / 20 == frame }
        }
    }

    /// The words whose ends lie in these frames, in the order in which they were said.
    func words(in frames: Set<Int>) -> [String] {
        speech.sorted { $0.time.lowerBound < $1.time.lowerBound }.flatMap { one in
            one.words.indices.filter { frames.contains((one.end(of: $0) + 19) / 20) }.map { one.words[$0] }
        }
    }
}

extension VoiceActivity {
    /// A voice near the microphone.
    static let voice = VoiceActivity(isSpeech: true, score: 0.95, level: -25, pitch: 170)
    /// A sound without a voice that the detector takes for one.
    static let knock = VoiceActivity(isSpeech: true, score: 0.6, level: -28)
    /// The agent's own voice, back from the caller's loudspeaker.
    static let ownEcho = VoiceActivity(isSpeech: true, score: 0.8, level: -32, pitch: 210, echo: 0.9)
}
