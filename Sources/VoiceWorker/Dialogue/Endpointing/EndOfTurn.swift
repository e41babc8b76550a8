package import Audio

/// How long to wait in silence before the caller's turn is over. The wait is a continuous function of how complete the
/// words are, of how the voice ended, and of how long this caller pauses inside their turns.
package struct EndOfTurn: Hashable, Sendable {
    /// What a pause inside a turn lasts before anything is known of the caller, in seconds.
    private static let usualPause = 0.45
    /// How much a new pause counts against those before it.
    private static let weight = 0.3

    /// Running mean of this caller's own pauses inside a turn, in seconds.
    private var meanPause = Self.usualPause

    package init() {}

    /// A pause inside a turn after which the caller went on.
    package mutating func note(pause: Duration) {
        let seconds = min(max(pause / .seconds(1), 0.1), 3)
        meanPause += Self.weight * (seconds - meanPause)
    }

    /// Another caller speaks.
    package mutating func reset() { meanPause = Self.usualPause }

    /// - Parameters:
    ///   - words: the caller's words in this turn so far; empty while there are none.
    ///   - voice: the frames up to now, 20 ms each; silence behind the last voiced one does not matter.
    package func wait(
        after words: Words, profile: AnswerProfile, voice: [VoiceActivity], limits: Limits
    ) -> Duration {
        var completeness = Completeness.of(words.text, profile: profile)
        // A hint rests on silence more often than on words: it narrows what is missing and does not outvote the words.
        if words.isHinted { completeness += 0.3 * (1 - completeness) }
        let openness = (1 - completeness) * (1 - completeness)
        let wanted = limits.shortest + (limits.longest - limits.shortest) * openness
        return min(max(wanted * (Prosody(voice).factor * pace), limits.shortest), limits.longest)
    }

    /// More than 1 for a caller who pauses longer than most.
    private var pace: Double { min(max((meanPause / Self.usualPause).squareRoot(), 0.8), 1.5) }
}
