/// Turns words into sound, for any number of calls at once.
package protocol SpeechSynthesizer: Sendable {
    var traits: EngineTraits { get }

    /// Samples per second of everything this synthesiser returns.
    var rate: Int { get }

    /// Speaks `text`, piece by piece as the sound becomes ready, without leading silence. Throws `SpeechError`.
    ///
    /// Letting the sequence go, or cancelling the task that reads it, stops the work.
    func pieces(of text: String) -> AsyncThrowingStream<SpeechPiece, any Error>
}

extension SpeechSynthesizer {
    package var traits: EngineTraits { EngineTraits(name: "\(Self.self)") }

    /// The samples alone.
    package func speak(_ text: String) -> AsyncThrowingStream<[Int16], any Error> {
        let pieces = pieces(of: text)
        let (stream, continuation) = AsyncThrowingStream<[Int16], any Error>.makeStream()
        let task = Task {
            do {
                for try await piece in pieces { continuation.yield(piece.samples) }
                continuation.finish()
            } catch {
                continuation.finish(throwing: error)
            }
        }
        continuation.onTermination = { _ in task.cancel() }
        return stream
    }
}
