import Dialogue
import Timing

/// The sound of one utterance on its way from the synthesiser to the playout buffer.
struct SpeechMaking: Hashable, Sendable {
    let utterance: Utterance
    let began: Instant
    /// Since when the next piece is awaited; `nil` while there is one that finds no room.
    var waiting: Instant?
    /// The sound made so far, and that of the clause at hand.
    var whole = Duration.zero
    var clause = Duration.zero
    /// Characters of the clauses that were made whole.
    var characters = 0
    var hasBeenTriedAgain = false

    init(_ utterance: Utterance, now: Instant) {
        self.utterance = utterance
        began = now
        waiting = now
    }

    /// The text whose sound is missing; `nil` in the middle of a clause.
    var rest: String? { clause == .zero ? String(utterance.text.dropFirst(characters)) : nil }
}
