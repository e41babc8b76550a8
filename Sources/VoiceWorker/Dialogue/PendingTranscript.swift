import Timing

/// An utterance that is over, on its way to becoming words.
struct PendingTranscript: Hashable, Sendable {
    let turn: Int
    let revision: Int
    /// The recogniser is given up then.
    let deadline: Instant
    let endOfSpeech: Instant
    /// When it was taken to be over: the chosen wait after the end of speech.
    let endOfUtterance: Instant
    /// How much of it was speech.
    let speech: Duration
    /// A part of it was the agent's own voice, come back.
    let isEcho: Bool
    /// What the agent said meanwhile, if nobody could tell its voice from the caller's.
    let own: Set<String>?
}
