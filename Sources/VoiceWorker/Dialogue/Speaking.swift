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
}
