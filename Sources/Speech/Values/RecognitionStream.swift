/// One call's ear: utterance after utterance, in order.
///
/// An utterance begins with the first samples after the last `finish` or `restart`.
package protocol RecognitionStream: Sendable {
    /// What seems to have been said so far in the utterance at hand. One consumer; only the newest is kept.
    /// Ends when the stream is closed.
    var partials: AsyncStream<Hypothesis> { get }

    /// Adds samples (16 kHz mono). Returns at once: the inbox is bounded and drops the oldest.
    func accept(_ samples: [Int16]) async

    /// Ends the utterance and returns its words. Throws `SpeechError`.
    func finish() async throws -> Transcript

    /// Forgets the utterance at hand, if any, and names the vocabulary of the next.
    func restart(vocabulary: String)

    /// Frees what the stream holds. A stream that is let go closes itself.
    func close()
}
