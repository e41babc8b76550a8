package import Audio

/// Every number of turn-taking, with its unit and default. A graph node may bring its own.
package struct TurnTaking: Hashable, Sendable {
    /// What ends a turn and what silences the agent.
    package enum Rule: Hashable, Sendable {
        /// What was said and how; the agent yields in steps.
        case judgement
        /// Numbers of frames alone, as in document 004: `SpeechProfile.minSilenceFrames` and `bargeInFrames`.
        case counts
    }

    // MARK: The caller

    package var rule = Rule.judgement
    /// Frames that start an utterance, end it, and interrupt the agent. Default: the counters for Silero; document 004's
    /// are `SpeechProfile.simple`.
    package var speech = SpeechProfile.silero
    /// An utterance is ended by force when it has lasted so long.
    package var longestUtterance: Duration = .seconds(60)
    /// No frame for so long in the middle of an utterance ends it.
    package var frameGap: Duration = .seconds(1)
    /// Words that only say "I am listening" when they are said while the agent speaks; lower case, no punctuation.
    package var backchannels: Set<String> = Self.listeningSounds

    // MARK: The end of a turn

    /// Silence after which the recogniser is asked for the words so far.
    package var softEnd: Duration = .milliseconds(100)
    /// The graph and the synthesiser work ahead on those words.
    package var worksAhead = true
    /// Narrows the wait that ends a turn, where it is chosen by judgement.
    package var shortestWait: Duration = .zero
    package var longestWait: Duration = .seconds(3)
    /// Keys that follow each other sooner are one turn.
    package var keyPause: Duration = .seconds(3)

    // MARK: Giving way

    /// So much speech of the caller lowers the agent's voice.
    package var duckAfter: Duration = .milliseconds(60)
    /// From the caller's onset: the agent stands still at the end of a word, neither before the first nor after the second.
    package var holdAfter: Duration = .milliseconds(160)
    package var holdBy: Duration = .milliseconds(290)
    /// From there to the decision what the caller wants.
    package var decideWithin: Duration = .milliseconds(300)
    /// The agent goes back by no more to begin a word again.
    package var longestRewind: Duration = .seconds(2)

    // MARK: Engines

    /// The recogniser tells what it hears while it hears it. Otherwise that shows when it does so first.
    package var expectsPartials = false
    /// So much speech without a word from a recogniser that should have one means that it has died.
    package var livenessLimit: Duration = .milliseconds(1_500)
    /// From the question for the words to the transcript (document 003); then an apology.
    package var recognitionDeadline: Duration = .seconds(3)
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

    /// Document 004's rule, for use with `EnergyDetector`.
    package static var simple: TurnTaking {
        var numbers = TurnTaking()
        (numbers.speech, numbers.rule) = (.simple, .counts)
        return numbers
    }

    private static let listeningSounds: Set<String> = [
        "ah", "aha", "got it", "hm", "hmm", "hmm okay", "i see", "mhm", "mm", "mm hm", "mm hmm", "mmhmm", "oh", "okay",
        "ok", "all right", "right", "sure", "uh", "uh huh", "uhhuh", "um", "yeah", "yep",
    ]
}
