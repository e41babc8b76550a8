import Audio

/// What follows from the numbers.
extension TurnTaking {
    /// Revisions with an early soft end; a caller who pauses more often than that is not recognised anew at every breath.
    private static let eagerRevisions = 8

    /// The counter's numbers. By judgement, it does not end an utterance.
    var counts: SpeechProfile {
        var profile = speech
        if rule == .judgement { profile.minSilenceFrames = .max }
        return profile
    }

    /// The words are asked for before the turn is over.
    var endsSoftly: Bool { worksAhead || rule == .judgement }

    /// The silence of the soft end in this revision of a turn.
    func softEnd(after revision: Int) -> Duration {
        revision < Self.eagerRevisions ? softEnd : softEnd * 3
    }

    /// Between what the wait lies that ends an answer of this kind.
    func waits(for profile: AnswerProfile) -> EndOfTurn.Limits {
        let limits = EndOfTurn.Limits.of(profile)
        return EndOfTurn.Limits(
            shortest: min(max(limits.shortest, shortestWait), longestWait), longest: min(limits.longest, longestWait))
    }
}
