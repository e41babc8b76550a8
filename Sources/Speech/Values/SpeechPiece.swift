/// Some sound of a spoken text, and which words it belongs to.
///
/// Summing `samples.count` over the pieces of a clause gives where the clause ends in the sound: that is how a player
/// turns "so many samples were heard" into the words that were heard.
package struct SpeechPiece: Hashable, Sendable {
    /// Mono, at the synthesiser's rate.
    package var samples: [Int16]
    /// The clause as it stands in the text given, with its punctuation. The clauses joined are the text.
    package var clause: String
    /// Index of the clause, from 0.
    package var index: Int
    /// Whether this is the last piece of its clause.
    package var endsClause: Bool

    /// Where the clause's words end, in samples from the clause's beginning, as far as this piece reaches; empty where the
    /// engine does not tell. Words are what white space separates.
    package var wordEnds: [Int] = []

    package init(samples: [Int16], clause: String, index: Int, endsClause: Bool) {
        self.samples = samples
        self.clause = clause
        self.index = index
        self.endsClause = endsClause
    }
}
