package import Audio
package import Timing

/// What a sound of the caller into the agent's speech is, as far as it can be told. Fed with every frame from the onset on
/// and with every partial result; asked at any moment.
package struct Interjection: Hashable, Sendable {
    package enum Verdict: Hashable, Sendable {
        case undecided
        /// The caller wants the floor.
        case interruption
        /// "Mm-hm": the caller listens.
        case backchannel
        /// The agent's own voice, come back through the caller's loudspeaker; or what cannot be told from it yet.
        case echo
        /// A cough, a knock: short, and without words.
        case noise
    }

    /// So long after the hold there is a verdict.
    private static let patience = Duration.milliseconds(300)
    /// So long after the onset, when the words may still become a back-channel and the voice is silent already.
    private static let mostPatience = Duration.seconds(1)
    /// More speech than this, near the microphone, is never only a sound of listening.
    private static let longestSound = Duration.milliseconds(700)
    /// The voice has fallen silent when nothing was heard for so long.
    private static let silence = Duration.milliseconds(120)

    private let began: Instant
    private var lastSpeech: Instant
    /// Speech frames near the microphone, frames of the agent's own voice, and those with a pitch.
    private var near = 0
    private var echoed = 0
    private var voiced = 0
    /// Of those near, frames that may be the agent's own voice all the same.
    private var doubtful = 0
    private var partial = ""
    /// Those of the words that are not the agent's.
    private var foreign = ""

    package init(began: Instant) {
        self.began = began
        lastSpeech = began
    }

    package mutating func take(_ activity: VoiceActivity, now: Instant) {
        guard activity.isSpeech else { return }
        lastSpeech = now
        if activity.echo >= 0.5 { echoed += 1 } else { near += 1 }
        if activity.pitch != nil { voiced += 1 }
        if activity.mayBeEcho { doubtful += 1 }
    }

    /// All of the words so far, not those that are new. `own`: what the agent said meanwhile.
    package mutating func take(partial: String, besides own: Set<String> = []) {
        self.partial = CallerWords.plain(partial)
        foreign = CallerWords.foreign(self.partial, to: own)
    }

    /// Most of it may be the agent's own voice.
    package var isDoubtful: Bool { doubtful * 2 > near + echoed }

    /// - Parameter heldSince: since when the agent's sound stands still; `nil` while it goes on, lower or not.
    package func verdict(now: Instant, heldSince: Instant?, backchannels: Set<String>) -> Verdict {
        let isSilent = now - lastSpeech >= Self.silence
        let sound = AudioFrame.duration * near
        if echoed >= 3, echoed > near { return .echo }
        let isOver = heldSince.map { now - $0 >= Self.patience } ?? false
        if isDoubtful { return verdict(inDoubt: heldSince == nil ? isSilent : isOver, backchannels: backchannels) }
        guard partial.isEmpty else {
            return verdict(
                InterjectedWords(partial, backchannels: backchannels), isSilent: isSilent, isOver: isOver, now: now)
        }
        if sound > Self.longestSound { return .interruption }
        if isSilent { return isOver || heldSince == nil ? soundless : .undecided }
        return isOver ? .interruption : .undecided
    }

    /// Our own voice goes on for a while when the agent stands still, as a caller's would: only words tell them apart, which
    /// may come when the agent goes on.
    private func verdict(inDoubt isOver: Bool, backchannels: Set<String>) -> Verdict {
        guard foreign.isEmpty else {
            if InterjectedWords(foreign, backchannels: backchannels) == .claim { return .interruption }
            return isOver ? .echo : .undecided
        }
        return isOver || !partial.isEmpty ? .echo : .undecided
    }

    /// No words came of it.
    private var soundless: Verdict { voiced * 2 > near ? .backchannel : .noise }

    private func verdict(_ words: InterjectedWords, isSilent: Bool, isOver: Bool, now: Instant) -> Verdict {
        switch words {
        case .claim: return .interruption
        case .listening:
            if isSilent { return .backchannel }
            if AudioFrame.duration * near > Self.longestSound { return .interruption }
            return isOver ? .backchannel : .undecided
        case .beginning:
            guard isSilent else { return isOver ? .interruption : .undecided }
            return isOver && now - began >= Self.mostPatience ? .backchannel : .undecided
        }
    }
}
