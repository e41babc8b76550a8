import Timing

/// An utterance that is over and whose words are not here yet.
struct PendingTranscript: Hashable, Sendable {
    let turn: Int
    let deadline: Instant
    let endOfSpeech: Instant
    let endOfUtterance: Instant
    /// How much of it was speech.
    let speech: Duration
}
