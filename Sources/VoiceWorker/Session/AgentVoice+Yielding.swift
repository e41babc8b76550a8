import Audio

/// The steps of a barge-in: lower the voice, stop it, go on.
extension AgentVoice {
    /// How far the voice goes down under a caller: 15 dB.
    private static let ducked = Fader.factor(decibels: -15)

    /// The voice goes down by 15 dB, or comes back up, along a line that ends with the next frame: no later one has a
    /// sample at full volume.
    package mutating func duck(_ on: Bool) {
        guard on != isDucked else { return }
        isDucked = on
        guard !playout.isHeld else { return }
        fader.fade(to: gain, within: isAudible ? AudioFrame.sampleCount(at: playout.rate) : 0)
    }

    /// Nothing more is played, and nothing is dropped. In the middle of a sound the next packet fades out within 10 ms and
    /// is silent from there; what is in it comes again.
    package mutating func hold() {
        guard !playout.isHeld else { return }
        if isAudible, var samples = playout.upcoming() {
            fader.fade(to: 0, within: edge)
            fader.apply(to: &samples)
            fading = samples
        }
        playout.hold()
    }

    /// Goes on after a hold, so much earlier in the utterance at hand as the buffer remembers, fading in within 10 ms.
    /// - Returns: what it really went back; zero when nothing was held.
    package mutating func resume(rewind: Duration) -> Duration {
        guard playout.isHeld else { return .zero }
        fading = nil
        let wanted = min(max(.zero, rewind), PlayoutBuffer.memory) / .seconds(1) * Double(playout.rate)
        let distance = playout.release(rewind: Int(wanted.rounded()))
        fader.fade(to: 0, within: 0)
        fader.fade(to: gain, within: edge)
        return AudioFrame.duration(of: distance, rate: playout.rate)
    }

    private var gain: Float { isDucked ? Self.ducked : 1 }

    /// Samples of a fade at the edge of a hold.
    private var edge: Int { playout.rate / 100 }
}
