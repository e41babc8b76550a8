import Timing

/// Where the time of one turn went.
package struct TurnTimings: Hashable, Sendable {
    package let turn: Int
    /// From the caller's last speech frame to the decision that the turn is over: the chosen wait.
    package let endpointing: Duration
    /// From there to the transcript: document 004's `stt_ms`.
    package let recognition: Duration
    /// From the question to the reply: `llm_ms`.
    package let thinking: Duration
    /// From `.speak` to the first sound played: `tts_ms`.
    package let synthesis: Duration
    /// From the caller's last speech frame to the first sound.
    package let total: Duration

    /// What turn-taking itself added.
    package var overhead: Duration { total - endpointing - recognition - thinking - synthesis }

    /// The moments of a turn in progress.
    struct Marks: Hashable, Sendable {
        var turn: Int
        var endOfSpeech: Instant
        var endOfUtterance: Instant
        var transcript: Instant
        var question: Instant?
        var reply: Instant?
        var speak: Instant?

        /// Complete once the first sound is played.
        func timings(firstSound: Instant) -> TurnTimings? {
            guard let question, let reply, let speak else { return nil }
            return TurnTimings(
                turn: turn, endpointing: endOfUtterance - endOfSpeech, recognition: transcript - endOfUtterance,
                thinking: reply - question, synthesis: firstSound - speak, total: firstSound - endOfSpeech)
        }
    }
}
