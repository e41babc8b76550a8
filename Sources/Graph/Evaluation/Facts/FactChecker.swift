/// Looks in every reply of a performance for what nothing bears out.
///
/// A price, a duration, a time, a date, a number, a name or a model must come from the data, from the caller's words, or
/// from a tool's answer of the session. Where the sentence says more, more is asked: the price must be the price of the
/// service in the same sentence, an offered time must have been found free on that day, a weekday must be the weekday of
/// its date.
package struct FactChecker {
    let book: FactBook
    private var evidence = Evidence()

    package init(_ book: FactBook) {
        self.book = book
    }

    /// The wrong facts of the replies, in order.
    package mutating func check(_ turns: [PlayTurn]) -> [WrongFact] {
        var wrong: [WrongFact] = []
        for (index, turn) in turns.enumerated() {
            evidence.take(turn)
            for clause in Clause.clauses(of: book.withoutQuotations(turn.reply)) {
                wrong += ClauseCheck(clause, book, evidence).complaints.map {
                    WrongFact(reply: index + 1, claim: $0.claim, sentence: clause.text, reason: $0.reason)
                }
            }
        }
        return wrong
    }
}
