import Speech

/// Says the same to every text, at once.
struct PreparedSynthesizer: SpeechSynthesizer {
    /// Samples of a piece.
    private static let piece = 5120

    let rate = PreparedSound.rate
    let sound: PreparedSound

    func pieces(of text: String) -> AsyncThrowingStream<SpeechPiece, any Error> {
        let (stream, continuation) = AsyncThrowingStream<SpeechPiece, any Error>.makeStream()
        for start in stride(from: 0, to: sound.samples.count, by: Self.piece) {
            let end = min(start + Self.piece, sound.samples.count)
            continuation.yield(
                SpeechPiece(
                    samples: Array(sound.samples[start..<end]), clause: text, index: 0,
                    endsClause: end == sound.samples.count))
        }
        continuation.finish()
        return stream
    }
}
