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
    /// What was done with the sound that was played.
    package var playCounters: PlayCounters { receiver.counters }

    package mutating func receive(_ packet: JitterBuffer.Packet, now: Instant) {
        receiver.receive(packet, now: now)
    }

    /// The frame that is due: silence when nothing came.
    ///
    /// The detector hears every frame, so that it keeps its place in the voice; but what it takes for speech is none where
    /// packets of silence were played, such as the server makes for a muted track, or nothing was.
    package mutating func next(now: Instant) -> VoiceFrame {
        let samples = receiver.pop(now: now)
        let activity = detector.detect(samples)
        return VoiceFrame(
            samples: samples, activity: isSilent ? VoiceActivity(isSpeech: false, score: activity.score) : activity)
    }

    /// What we play in these 20 ms, which may come back as an echo: `AgentVoice.sound`; `nil` for silence. Every 20 ms.
    package mutating func played(_ samples: [Int16]?, rate: Int) {}

    private var isSilent: Bool { receiver.content == .silence || receiver.content == .nothing }

    /// Forgets everything: for a new track.
    package mutating func reset() {
        receiver.reset()
        detector.reset()
    }
}
