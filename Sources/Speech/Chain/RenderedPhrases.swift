/// The last engine of a chain: sound made beforehand, which nothing can fail to play. Whatever it is given to say, it says one
/// of its phrases; a text that is one of them, that very one, and any other the apology.
package final class RenderedPhrases: SpeechSynthesizer {
    package let rate: Int
    package let apology: LastResort
    private let phrases: [String: [Int16]]

    /// - Parameter phrases: more texts with their sound, at the apology's rate.
    package init(_ apology: LastResort, phrases: [String: [Int16]] = [:]) {
        self.apology = apology
        self.phrases = phrases
        rate = apology.rate
    }

    package var traits: EngineTraits { EngineTraits(name: "rendered") }

    /// One piece, whose clause is what is heard in it, not what was to be said.
    package func pieces(of text: String) -> AsyncThrowingStream<SpeechPiece, any Error> {
        let known = phrases[text]
        let piece = SpeechPiece(
            samples: known ?? apology.samples, clause: known == nil ? apology.text : text, index: 0, endsClause: true)
        return AsyncThrowingStream { continuation in
            continuation.yield(piece)
            continuation.finish()
        }
    }
}
