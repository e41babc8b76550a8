import Speech
import Synchronization

/// Remembers what it is asked to say.
final class NotingSynthesizer: SpeechSynthesizer {
    private let synthesizer: any SpeechSynthesizer
    private let noted = Mutex<[String]>([])

    init(_ synthesizer: any SpeechSynthesizer) {
        self.synthesizer = synthesizer
    }

    var rate: Int { synthesizer.rate }
    var traits: EngineTraits { synthesizer.traits }

    func pieces(of text: String) -> AsyncThrowingStream<SpeechPiece, any Error> {
        noted.withLock { $0.append(text) }
        return synthesizer.pieces(of: text)
    }

    /// The texts since this was asked last.
    func takeTexts() -> [String] {
        noted.withLock { texts in
            defer { texts = [] }
            return texts
        }
    }
}
