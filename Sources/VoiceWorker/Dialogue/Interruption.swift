/// An utterance that was cut off.
struct Interruption: Hashable, Sendable {
    let utterance: Utterance
    let heard: String
    let rest: String
    /// It was cut off for nothing (a cough, an "mm-hm") and is to be taken up again.
    var isFalse = false

    /// A question was heard, or everything: a word like "okay" is an answer then.
    var callsForAnswer: Bool { rest.isEmpty || heard.contains("?") }
}
