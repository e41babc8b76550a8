import Audio
package import Logging

/// Speaks with one synthesiser, and with another from the clause at which the first fails: a caller hears another voice,
/// never silence. Everything comes at the first one's rate.
package final class FallbackSynthesizer: SpeechSynthesizer {
    package var rate: Int { primary.rate }
    private let primary: any SpeechSynthesizer
    private let secondary: any SpeechSynthesizer
    private let gate: Gate

    package init(
        _ primary: any SpeechSynthesizer, else secondary: any SpeechSynthesizer,
        breaker: CircuitBreaker = CircuitBreaker(), logger: Logger
    ) {
        self.primary = primary
        self.secondary = secondary
        gate = Gate("synthesizer", breaker: breaker, logger: logger)
    }

    package func pieces(of text: String) -> AsyncThrowingStream<SpeechPiece, any Error> {
        let (stream, continuation) = AsyncThrowingStream<SpeechPiece, any Error>.makeStream()
        let task = Task { [self] in
            var progress = Progress(text: text)
            do {
                let isSpoken = gate.mayAsk() ? try await speakFirst(&progress, continuation) : false
                if !isSpoken { try await speakSecond(progress, continuation) }
                continuation.finish()
            } catch {
                continuation.finish(throwing: error)
            }
        }
        continuation.onTermination = { _ in task.cancel() }
        return stream
    }

    /// What is still to be spoken.
    private struct Progress {
        let text: String
        var clauses = 0
        /// Characters of the clauses that were spoken whole.
        var characters = 0

        mutating func note(_ piece: SpeechPiece) {
            guard piece.endsClause else { return }
            clauses = piece.index + 1
            characters += piece.clause.count
        }

        var rest: String { String(text.dropFirst(characters)) }
    }

    /// Returns false when the first engine failed.
    private func speakFirst(
        _ progress: inout Progress, _ out: AsyncThrowingStream<SpeechPiece, any Error>.Continuation
    ) async throws -> Bool {
        do {
            for try await piece in primary.pieces(of: progress.text) {
                progress.note(piece)
                out.yield(piece)
            }
            // A cancelled task sees the sequence end early, which says nothing about the engine.
            if !Task.isCancelled { gate.succeeded() }
            return true
        } catch {
            guard gate.failed(error), !Task.isCancelled else { throw error }
            return false
        }
    }

    private func speakSecond(
        _ progress: Progress, _ out: AsyncThrowingStream<SpeechPiece, any Error>.Continuation
    ) async throws {
        var resampler = Resampler(from: secondary.rate, to: rate)
        for try await piece in secondary.pieces(of: progress.rest) {
            var piece = piece
            piece.samples = resampler.process(piece.samples)
            piece.index += progress.clauses
            out.yield(piece)
        }
    }
}
