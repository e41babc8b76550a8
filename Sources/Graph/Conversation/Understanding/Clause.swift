/// A part of an utterance that may have an intent of its own.
struct Clause {
    let words: [String]
    let range: Range<Int>
    let facts: Facts
    /// What the caller was asked.
    let question: Question?

    init(_ words: [String], _ range: Range<Int>, _ facts: Facts, _ question: Question?) {
        (self.words, self.range, self.facts, self.question) = (words, range, facts, question)
    }

    var slots: HeardSlots { facts.slots }

    func has(_ kinds: Facts.Kind...) -> Bool {
        facts.places.contains { kinds.contains($0.kind) && range.contains($0.range.lowerBound) }
    }

    /// Whether one of these phrases occurs.
    func says(_ phrases: PhraseIndex<Void>) -> Bool {
        var isSaid = false
        for start in range where !isSaid {
            phrases.each(in: words, at: start, within: range.upperBound) { _, _ in isSaid = true }
        }
        return isSaid
    }

    func first(_ book: RuleBook) -> Interpretation? {
        book.first(in: words, range).map { Interpretation($0.intent, $0.confidence) }
    }

    var yesNo: Interpretation? {
        YesNo.answer(words, range, to: question).map { Interpretation($0.0, $0.1) }
    }
}
