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

    /// Goes on after a hold, so much earlier in the utterance at hand as the buffer remembers.
    ///
    /// The sound begins up to 20 ms before, fading in within 10 ms, so that what it goes on with, as the stop at the beginning of
    /// a word, is at full volume. An utterance that begins anew has nothing before, and needs no fade.
    /// - Returns: what it really went back, without that run-up; zero when nothing was held.
    package mutating func resume(rewind: Duration) -> Duration {
        guard playout.isHeld else { return .zero }
        fading = nil
        let time = min(max(.zero, rewind), PlayoutBuffer.memory) / .seconds(1)
        let wanted = Int((time * Double(playout.rate)).rounded())
        let lead = AudioFrame.sampleCount(at: playout.rate)
        // A hold in the middle of a run-up stands before its place already.
        let possible = runUp + playout.release(rewind: max(0, wanted + lead - runUp))
        runUp = max(0, possible - wanted)
        fader.fade(to: 0, within: 0)
        fader.fade(to: gain, within: possible < wanted ? edge : min(edge, runUp))
        return AudioFrame.duration(of: min(possible, wanted), rate: playout.rate)
    }

    private var gain: Float { isDucked ? Self.ducked : 1 }

    /// Samples of a fade at the edge of a hold.
    private var edge: Int { playout.rate / 100 }
}
