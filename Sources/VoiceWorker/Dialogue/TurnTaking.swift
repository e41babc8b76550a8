package import Audio

/// Every number of turn-taking, with its unit and default. A graph node may bring its own.
package struct TurnTaking: Hashable, Sendable {
    // MARK: The caller

    /// Frames that start an utterance, end it, and interrupt the agent. Default: the counters for Silero; document 004's
    /// are `SpeechProfile.simple`.
    package var speech = SpeechProfile.silero
    /// An utterance is ended by force when it has lasted so long.
    package var longestUtterance: Duration = .seconds(60)
    /// No frame for so long in the middle of an utterance ends it.
    package var frameGap: Duration = .seconds(1)
    /// Words that only say "I am listening" when they are said while the agent speaks; lower case, no punctuation.
    package var backchannels: Set<String> = Self.listeningSounds

    // MARK: Engines

    /// From the end of the utterance to its transcript; then an apology.
    package var recognitionDeadline: Duration = .seconds(5)
    /// From the question; then a holding phrase, said once.
    package var holdingDelay: Duration = .seconds(3)
    /// From the question to the reply; then an apology.
    package var replyDeadline: Duration = .seconds(15)
    /// From `.speak` to the first sound, and between two pieces of it; then the utterance is given up.
    package var synthesisDeadline: Duration = .seconds(5)
    /// Speaking without sound for so long is reported as a fault.
    package var stallReport: Duration = .milliseconds(500)

    // MARK: Repair

    /// So many transcripts in a row without a word bring a repair prompt.
    package var emptyBeforeRepair = 2
    /// An utterance with so much speech in it brings one by itself.
    package var clearSpeech: Duration = .milliseconds(800)
    /// So many repair prompts without one understood turn; then the call ends.
    package var mostRepairs = 3

    // MARK: Silence

    /// Nobody speaks for so long: a prompt.
    package var silence: Duration = .seconds(12)
    /// Prompts in a row; then a farewell.
    package var mostSilencePrompts = 2
    /// Nobody speaks for so long: news of medium and low priority may be told.
    package var quietBeforeNews: Duration = .seconds(3)
    /// A caller whose connection broke has so long to come back.
    package var returnGrace: Duration = .seconds(20)

    // MARK: Bounds and estimates

    /// Announcements are refused, and reported, while so many utterances wait to be said.
    package var queueLimit = 16
    /// How fast the synthesiser speaks while its own lengths are not known, in characters a second with their pauses.
    package var charactersPerSecond = 17.0

    package init() {}

    /// Document 004's counters, for use with `EnergyDetector`.
    package static var simple: TurnTaking {
        var numbers = TurnTaking()
        numbers.speech = .simple
        return numbers
    }

    private static let listeningSounds: Set<String> = [
        "ah", "aha", "got it", "hm", "hmm", "hmm okay", "i see", "mhm", "mm", "mm hm", "mm hmm", "mmhmm", "oh", "okay",
        "ok", "right", "sure", "uh", "uh huh", "uhhuh", "um", "yeah", "yep",
    ]
}
