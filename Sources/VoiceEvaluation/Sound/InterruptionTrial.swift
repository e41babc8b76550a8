package import Timing

/// A caller who talked over the agent's answer and meant it.
package struct InterruptionTrial: Hashable, Sendable {
    /// So long after the caller's onset the agent is looked at: a sound after that is the next answer's.
    private static let horizon = Duration.milliseconds(1200)

    /// From the caller's onset to the last sample at full volume; `nil` when the agent was silent by itself.
    package let fullVolume: Duration?
    /// From the caller's onset to the last sample of the answer that can be heard.
    package let silence: Duration?
    /// How many words the log's heard text is away from what was received; `nil` when the log has none.
    package let heardError: Int?

    package init(fullVolume: Duration?, silence: Duration?, heardError: Int?) {
        self.fullVolume = fullVolume
        self.silence = silence
        self.heardError = heardError
    }

    /// - Parameters:
    ///   - onset: the caller's first loud frame.
    ///   - answer: when the answer's first sound came.
    ///   - told: the words that the log says were heard of the answer.
    package init(_ hearing: Hearing, answer: Instant, onset: Instant, told: Int?) {
        let end = onset + Self.horizon
        let words = hearing.words(from: answer, to: end)
        self.init(
            fullVolume: hearing.lastAtFullVolume(from: onset, to: end).map { $0 - onset },
            silence: hearing.lastAudible(from: onset, to: end).map { $0 - onset },
            heardError: told.map { max(0, max(words.lowerBound - $0, $0 - words.upperBound)) })
    }
}
