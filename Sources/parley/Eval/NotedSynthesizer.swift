import Speech
import Synchronization
import VoiceEvaluation

/// A synthesiser that keeps what it speaks in one call, to the sample: a second rendering of the same words has other noise
/// in every consonant.
final class NotedSynthesizer: SpeechSynthesizer {
    private let synthesizer: any SpeechSynthesizer
    private let noted = Mutex<[Reference]>([])

    init(_ synthesizer: any SpeechSynthesizer) {
        self.synthesizer = synthesizer
    }

    var rate: Int { synthesizer.rate }
    var traits: EngineTraits { synthesizer.traits }
    /// Everything spoken so far, in the order in which it was whole; what sounds the same is there once.
    var references: [Reference] { noted.withLock { $0 } }

    /// Sound is made to its end, also when nobody reads it so far: what was not heard has to be known, too.
    func pieces(of text: String) -> AsyncThrowingStream<SpeechPiece, any Error> {
        let (pieces, out) = AsyncThrowingStream<SpeechPiece, any Error>.makeStream()
        Task {
            var reference = Reference(text)
            do {
                for try await piece in synthesizer.pieces(of: text) {
                    reference.append(piece)
                    out.yield(piece)
                }
                note(reference)
                out.finish()
            } catch {
                note(reference)
                out.finish(throwing: error)
            }
        }
        return pieces
    }

    private func note(_ reference: Reference) {
        noted.withLock { if !$0.contains(reference) { $0.append(reference) } }
    }
}
