import Audio
import Timing

/// What the caller types, and what there is to read of the agent's speech.
extension Dialogue {
    /// Words that wait to be committed at most; beyond that, typed ones are dropped.
    private static let wordsLimit = 16

    /// Typed words are the caller's words like any other: they cut the agent off where that may be cut, and make one turn
    /// with what is being said at the time.
    mutating func takeTyped(_ text: String, now: Instant) {
        guard phase == .active, words.count < Self.wordsLimit, !CallerWords.plain(text).isEmpty else { return }
        if !counter.isSpeaking { turn += 1 }
        emptyTranscripts = 0
        words.append(CallerWords(turn: turn, text: text, spokenUntil: now))
    }

    /// The utterance that is being said, and as much of its text as was heard by now.
    package var heardSoFar: (utterance: Int, text: String)? {
        speaking.map { ($0.utterance.id, $0.split.heard) }
    }
}
