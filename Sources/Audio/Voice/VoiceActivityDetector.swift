/// Tells speech from everything else, one 20 ms frame after the other. One value per call.
package protocol VoiceActivityDetector: Sendable {
    /// The counters that suit this detector.
    var profile: SpeechProfile { get }

    /// `frame` is 20 ms; `SileroDetector` wants 16 kHz.
    mutating func detect(_ frame: [Int16]) -> VoiceActivity

    /// Forgets the voice: for a new track.
    mutating func reset()
}
