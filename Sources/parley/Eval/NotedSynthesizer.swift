import Speech
import Synchronization

/// A synthesiser that remembers which texts it was asked to speak.
final class NotedSynthesizer: SpeechSynthesizer {
    private let synthesizer: any SpeechSynthesizer
    private let noted = Mutex<Set<String>>([])

    init(_ synthesizer: any SpeechSynthesizer) {
        self.synthesizer = synthesizer
    }

    var rate: Int { synthesizer.rate }
    var traits: EngineTraits { synthesizer.traits }
    /// Every text so far, once.
    var texts: Set<String> { noted.withLock { $0 } }

    func pieces(of text: String) -> AsyncThrowingStream<SpeechPiece, any Error> {
        noted.withLock { _ = $0.insert(text) }
        return synthesizer.pieces(of: text)
    }
}
