/// What of a text was spoken, and what is left for another voice.
struct SpokenProgress {
    let text: String
    /// Clauses spoken whole by voices that broke off.
    private var clausesBefore = 0
    /// Characters of the clauses that were spoken whole.
    private var characters = 0
    /// Clauses spoken whole, by all voices.
    private var clauses = 0
    /// Samples of the clause at hand, and how many of them a voice spoke that broke off.
    private var samples = 0
    private var lostSamples = 0

    init(text: String) {
        self.text = text
    }

    var rest: String { String(text.dropFirst(characters)) }

    /// The piece with its place in the whole text.
    mutating func place(_ piece: SpeechPiece) -> SpeechPiece {
        var piece = piece
        piece.index += clausesBefore
        piece.wordEnds = piece.wordEnds.map { $0 + lostSamples }
        samples += piece.samples.count
        if piece.endsClause {
            clauses = piece.index + 1
            characters += piece.clause.count
            samples = 0
            lostSamples = 0
        }
        return piece
    }

    /// The voice broke off: the next begins with the clause at hand.
    mutating func breakOff() {
        clausesBefore = clauses
        lostSamples = samples
    }
}
