/// The default detector: the Silero network heard twice, half a window apart, and only what is near the microphone.
///
/// A window of the network is 32 ms, and its memory wants them one behind the other. Two memories, the second 16 ms behind
/// the first, give a verdict every 16 ms from whole windows: a start is decided sooner, and a verdict is never old. The mean
/// of the newest two is a voice from 0.5 on, and none below 0.4. Costs twice the network: 0.3 % of a core, and
/// 0.1 % in silence.
package struct NearVoiceDetector: VoiceActivityDetector {
    private static let hop = SileroNetwork.window / 2
    private static let size = SileroNetwork.context + SileroNetwork.window
    private static let start: Float = 0.5
    private static let end: Float = 0.4

    private let network: SileroNetwork
    /// The newest samples of a window, and those that have come since the last verdict.
    private var samples: [Float] = []
    /// Output and cell, 128 each, of either memory; they take turns.
    private var states: [[Float]] = []
    private var turn = 0
    private var latest: Float = 0
    /// The mean of the newest two verdicts.
    private var probability: Float = 0
    private var isVoice = false
    private var pitch = PitchMeter()
    private var near = NearVoice()

    package init(_ network: SileroNetwork) {
        self.network = network
        reset()
    }

    package var profile: SpeechProfile { .silero }

    package mutating func detect(_ frame: [Int16]) -> VoiceActivity {
        SileroNetwork.append(frame, to: &samples)
        while samples.count >= Self.size {
            let window = samples.count == Self.size ? samples : Array(samples[..<Self.size])
            decide(network.probability(of: window, state: &states[turn]))
            turn = 1 - turn
            samples.removeFirst(Self.hop)
        }
        pitch.append(frame)
        let level = LevelMeter.decibels(frame)
        near.step(VoiceWindow.Sound(level: level, likeness: pitch.likeness), isVoice: isVoice, probability: probability)
        return VoiceActivity(isSpeech: near.isNear, score: probability, level: level)
    }

    package mutating func reset() {
        samples = [Float](repeating: 0, count: Self.size - Self.hop)
        states = Array(repeating: [Float](repeating: 0, count: 2 * SileroNetwork.width), count: 2)
        (turn, latest, probability, isVoice) = (0, 0, 0, false)
        (pitch, near) = (PitchMeter(), NearVoice())
    }

    private mutating func decide(_ verdict: Float) {
        probability = (latest + verdict) / 2
        latest = verdict
        if probability >= Self.start { isVoice = true }
        if probability < Self.end { isVoice = false }
    }
}
