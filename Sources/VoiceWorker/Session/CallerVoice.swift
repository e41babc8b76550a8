package import Audio
package import Timing

/// The caller's voice from packets to frames with a verdict: jitter buffer, decoder and voice detector, and beside it the
/// measures of loudness, pitch and echo, and the keys of the caller's telephone.
package struct CallerVoice: ~Copyable {
    /// What recognisers and detectors want.
    package static let rate = 16_000
    /// From this likelihood on, a sound is our own come back, and nobody's speech.
    private static let echo: Float = 0.7

    private var receiver: AudioReceiver
    private var detector: any VoiceActivityDetector
    private var tones = ToneDetector(rate: Self.rate)
    private var pitch = PitchMeter(rate: Self.rate)
    private var gauge = EchoGauge(heard: Self.rate)
    private var doubt = EchoDoubt()
    /// We sounded in the present frame.
    private var sounds = false

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
    /// packets of silence were played, such as the server makes for a muted track, or nothing was, nor where a key of a
    /// telephone sounds, nor where nothing but our own voice comes back.
    package mutating func next(now: Instant) -> VoiceFrame {
        let samples = receiver.pop(now: now)
        var activity = detector.detect(samples)
        let key = tones.detect(samples)
        pitch.append(samples)
        gauge.heard(samples)
        activity.level = LevelMeter.decibels(samples)
        activity.echo = gauge.likelihood
        doubt.step(sounds: sounds, isVoice: activity.isSpeech, isSure: gauge.isSure)
        if isSilent || tones.isTone || activity.echo >= Self.echo { activity.isSpeech = false }
        if activity.isSpeech { (activity.pitch, activity.mayBeEcho) = (pitch.pitch, doubt.isOpen) }
        return VoiceFrame(samples: samples, activity: activity, key: key)
    }

    /// What we play in these 20 ms, which may come back as an echo: `AgentVoice.sound`; `nil` for silence. Every 20 ms.
    package mutating func played(_ samples: [Int16]?, rate: Int) {
        gauge.played(samples, rate: rate)
        sounds = samples != nil
    }

    private var isSilent: Bool { receiver.content == .silence || receiver.content == .nothing }

    /// Forgets everything: for a new track.
    package mutating func reset() {
        receiver.reset()
        detector.reset()
        tones.reset()
        pitch = PitchMeter(rate: Self.rate)
        gauge.reset()
        doubt = EchoDoubt()
    }
}
