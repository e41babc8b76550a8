import Timing

/// How far the agent has given way to a voice in the middle of what it says: first its own goes down, then it stands still
/// until it is clear what the caller wants.
struct Yield: Hashable, Sendable {
    /// The onset of the caller's voice.
    let began: Instant
    /// The number of the agent's word at that time.
    let word: Int?
    var interjection: Interjection
    /// Since when the sound stands still.
    var heldSince: Instant?

    init(began: Instant, word: Int?) {
        self.began = began
        self.word = word
        interjection = Interjection(began: began)
    }
}
