import Timing

/// Where the time of one turn went.
package struct TurnTimings: Hashable, Sendable {
    package let turn: Int
    /// From the caller's last speech frame to the decision that the turn is over: the chosen wait.
    package let endpointing: Duration
    /// From there to the transcript, zero when it was here already: document 004's `stt_ms`.
    package let recognition: Duration
    /// From the question to the reply: `llm_ms`.
    package let thinking: Duration
    /// From the reply to `.speak`.
    package let queueing: Duration
    /// From `.speak` to the first sound in the playout buffer.
    package let firstByte: Duration
    /// From there to the first sound played.
    package let playout: Duration
    /// From the caller's last speech frame to the first sound.
    package let total: Duration

    /// From `.speak` to the first sound played: `tts_ms`.
    package var synthesis: Duration { firstByte + playout }

    /// What turn-taking itself added: neither the chosen wait nor the engines' own time.
    package var overhead: Duration { total - endpointing - recognition - thinking - firstByte }

    /// The moments of a turn in progress.
    struct Marks: Hashable, Sendable {
        var turn: Int
        var endOfSpeech: Instant
        var endOfUtterance: Instant
        var transcript: Instant
        var question: Instant?
        var reply: Instant?
        var speak: Instant?
        var firstSound: Instant?

        /// Complete once the first sound is played.
        func timings(played: Instant) -> TurnTimings? {
            guard let question, let reply, let speak, let firstSound else { return nil }
            return TurnTimings(
                turn: turn, endpointing: endOfUtterance - endOfSpeech, recognition: transcript - endOfUtterance,
                thinking: reply - question, queueing: speak - reply, firstByte: firstSound - speak,
                playout: played - firstSound, total: played - endOfSpeech)
        }
    }
}
