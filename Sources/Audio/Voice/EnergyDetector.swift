/// The rule of document 004: a frame is speech when `sqrt(mean(samples²)) / 32768` exceeds 0.012.
///
/// It knows nothing of voices: steady noise above the threshold is speech for ever.
package struct EnergyDetector: VoiceActivityDetector {
    /// Document 004's `vad_threshold`, as a part of full scale.
    package static let defaultThreshold = 0.012

    package var threshold: Double

    package init(threshold: Double = Self.defaultThreshold) {
        self.threshold = threshold
    }

    package var profile: SpeechProfile { .simple }

    package mutating func detect(_ frame: [Int16]) -> VoiceActivity {
        let energy = LevelMeter.rootMeanSquare(frame)
        return VoiceActivity(isSpeech: energy > threshold, score: Float(min(1, energy)))
    }

    package mutating func reset() {}
}
