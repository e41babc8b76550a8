package import Audio
package import Timing

/// The caller's voice from packets to frames with a verdict: jitter buffer, decoder and voice detector.
package struct CallerVoice: ~Copyable {
    /// What recognisers and detectors want.
    package static let rate = 16_000

    private var receiver: AudioReceiver
    private var detector: any VoiceActivityDetector

    package init(detector: any VoiceActivityDetector) throws(OpusError) {
        receiver = try AudioReceiver(rate: Self.rate)
        self.detector = detector
    }

    package var counters: JitterCounters { receiver.jitter.counters }

    package mutating func receive(_ packet: JitterBuffer.Packet, now: Instant) {
        receiver.receive(packet, now: now)
    }

    /// The frame that is due: silence when nothing came.
    package mutating func next(now: Instant) -> (samples: [Int16], activity: VoiceActivity) {
        let samples = receiver.pop(now: now)
        return (samples, detector.detect(samples))
    }

    /// Forgets everything: for a new track.
    package mutating func reset() {
        receiver.reset()
        detector.reset()
    }
}
