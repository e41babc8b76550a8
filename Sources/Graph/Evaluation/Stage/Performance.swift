/// A play that was performed, and what became of it.
package struct Performance: Hashable, Sendable {
    package let play: Play
    package let outcome: PlayOutcome
    package let transcript: [TranscriptLine]
    /// Empty for a success, wrong facts aside.
    package let failures: [PlayFailure]
    package let wrongFacts: [WrongFact]

    package init(
        play: Play, outcome: PlayOutcome, transcript: [TranscriptLine] = [], failures: [PlayFailure] = [],
        wrongFacts: [WrongFact] = []
    ) {
        self.play = play
        self.outcome = outcome
        self.transcript = transcript
        self.failures = failures
        self.wrongFacts = wrongFacts
    }

    /// Whether the caller got what the play expects. A wrong fact is counted on its own.
    package var isSuccess: Bool { failures.isEmpty }
}
