/// One line of the intent table: the phrases that show an intent.
struct PhraseRule: Sendable {
    let intent: Intent
    let confidence: Double
    /// One of these must occur.
    let any: [Phrase]
    /// If given, one of these must occur too.
    let with: [Phrase]
    /// None of these may occur.
    let without: [Phrase]
    /// The most words that may be said with it: what is only a whole utterance says nothing within a longer one.
    var limit = Int.max

    init(_ intent: Intent, _ confidence: Double, any: [Phrase], with: [Phrase] = [], without: [Phrase] = []) {
        self.intent = intent
        self.confidence = confidence
        self.any = any
        self.with = with
        self.without = without
    }

    /// The same, but only in an utterance of at most so many words.
    func within(_ limit: Int) -> PhraseRule {
        var rule = self
        rule.limit = limit
        return rule
    }
}
