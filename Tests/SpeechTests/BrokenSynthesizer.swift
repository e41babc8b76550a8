import Speech

/// A synthesiser that never says a word.
struct BrokenSynthesizer: SpeechSynthesizer {
    let rate = 16_000

    func pieces(of text: String) -> AsyncThrowingStream<SpeechPiece, any Error> {
        AsyncThrowingStream { $0.finish(throwing: SpeechError.unreachable("no route")) }
    }
}
