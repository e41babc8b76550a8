package import Timing

/// A sound that was played over the agent's answer, and what the caller heard of the answer.
package struct InterjectionTrial: Hashable, Sendable {
    /// Speech that is missing at the end of an answer, and means that it was stopped: coding and trimming hide less.
    private static let tolerance = Duration.milliseconds(60)

    package let sound: String
    /// Into the answer.
    package let at: Duration
    /// The answer was not heard to its end.
    package var isStopped: Bool { missing > Self.tolerance }
    /// Speech of the answer behind the last that was heard.
    package let missing: Duration
    /// Speech before the last that was heard, and yet not heard.
    package let lost: Duration

    package init(sound: String, at: Duration, missing: Duration, lost: Duration) {
        self.sound = sound
        self.at = at
        self.missing = missing
        self.lost = lost
    }

    /// - Parameters:
    ///   - sentences: of the answer, as indices of the hearing's references.
    ///   - span: from the answer's first sound to where it must be over.
    /// `nil` when the answer was not heard at all: then there was nothing to talk over.
    package init?(
        _ sound: String, at: Duration, _ hearing: Hearing, sentences: [Int], span: (from: Instant, to: Instant)
    ) {
        let heard = hearing.sentences(from: span.from, to: span.to).filter(sentences.contains)
        let losses = heard.map { hearing.loss(of: $0, from: span.from, to: span.to) }
        // An answer may be spoken in parts, of which the last counts.
        guard let last = losses.last else { return nil }
        self.init(
            sound: sound, at: at, missing: last.atEnd, lost: losses.reduce(.zero) { $0 + $1.within })
    }
}
