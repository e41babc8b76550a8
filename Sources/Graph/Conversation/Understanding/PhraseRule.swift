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

    init(_ intent: Intent, _ confidence: Double, any: [Phrase], with: [Phrase] = [], without: [Phrase] = []) {
        self.intent = intent
        self.confidence = confidence
        self.any = any
        self.with = with
        self.without = without
    }

    func matches(_ wording: Wording) -> Bool {
        wording.has(any: any) && (with.isEmpty || wording.has(any: with)) && !wording.has(any: without)
    }
}
