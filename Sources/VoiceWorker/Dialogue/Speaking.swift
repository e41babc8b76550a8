import Timing

/// The utterance that is being said, from `.speak` to its last sample.
struct Speaking: Hashable, Sendable {
    let utterance: Utterance
    let began: Instant
    var text: SpokenText
    var synthesized = Duration.zero
    /// How far the sound is: what was played, less what it went back.
    private(set) var played = Duration.zero
    /// How far it ever was: everything before was heard.
    private(set) var furthest = Duration.zero
    /// When there was the first sound to play.
    private(set) var firstSound: Instant?
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

    mutating func add(synthesized duration: Duration, now: Instant) {
        if synthesized == .zero, duration > .zero { firstSound = now }
        synthesized += duration
        progress(now: now)
    }

    mutating func add(played duration: Duration, now: Instant) {
        played += duration
        furthest = max(furthest, played)
        progress(now: now)
    }

    /// Goes back to the beginning of the word it stands at. Returns by how much.
    mutating func goBack(atMost most: Duration, now: Instant) -> Duration {
        progress(now: now)
        let begin = word.map { Duration.seconds($0.begin) } ?? .zero
        let rewind = min(max(.zero, played - begin), most, played)
        played -= rewind
        return rewind
    }

    /// The last word that has begun, and when it did, in seconds of the sound.
    var word: (index: Int, begin: Double)? {
        text.word(begunBefore: played.inSeconds, synthesized: synthesized.inSeconds, isWhole: isSynthesized)
    }

    /// What was heard so far, and the rest.
    var split: (heard: String, rest: String) {
        text.split(played: furthest.inSeconds, synthesized: synthesized.inSeconds, isWhole: isSynthesized)
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
