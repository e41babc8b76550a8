import Timing

/// The utterance that is being said, from `.speak` to its last sample.
struct Speaking: Hashable, Sendable {
    let utterance: Utterance
    let began: Instant
    var text: SpokenText
    var synthesized = Duration.zero
    var played = Duration.zero
    /// All of its sound is in the playout buffer.
    var isSynthesized = false
    /// The synthesiser failed in the middle: what is in the playout buffer is not the whole text.
    var isCutShort = false
    /// The last moment at which sound came in or went out.
    var lastProgress: Instant
    /// The present pause was reported.
    var isReported = false
    /// It is to end behind so many words.
    private var stop: Int?

    init(_ utterance: Utterance, charactersPerSecond: Double, now: Instant) {
        self.utterance = utterance
        text = SpokenText(utterance.text, charactersPerSecond: charactersPerSecond)
        began = now
        lastProgress = now
    }

    mutating func progress(now: Instant) {
        lastProgress = now
        isReported = false
    }

    /// What was heard so far, and the rest.
    var split: (heard: String, rest: String) {
        text.split(played: played.inSeconds, synthesized: synthesized.inSeconds, isWhole: isSynthesized)
    }

    /// It is to end where the present sentence does; where that is does not change any more.
    mutating func stopAtSentence() {
        stop =
            stop
            ?? text.sentenceEnd(played: played.inSeconds, synthesized: synthesized.inSeconds, isWhole: isSynthesized)
    }

    /// The sentence it is to end with was played, or nothing at all. The last sentence ends with the utterance.
    var hasReachedStop: Bool {
        guard let stop else { return false }
        guard played > .zero else { return true }
        guard !text.isAll(stop) else { return false }
        return played.inSeconds
            >= text.time(
                through: stop, synthesized: synthesized.inSeconds, isWhole: isSynthesized)
    }
}
