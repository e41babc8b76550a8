import Audio

/// Speaks with the first synthesiser of a chain that does, and with the next from the clause at which one fails or stalls: a
/// caller hears another voice, never silence. Everything comes at one rate.
package final class FallbackSynthesizer: SpeechSynthesizer {
    /// That of the first engine.
    package let rate: Int
    private let links: [Link<any SpeechSynthesizer>]
    private let gate: Gate

    /// - Parameter links: at least one.
    package init(
        _ links: [Link<any SpeechSynthesizer>], patience: Patience = .synthesis, switchboard: Switchboard
    ) {
        precondition(!links.isEmpty, "a chain has an engine")
        self.links = links
        rate = links[0].engine.rate
        gate = Gate(.synthesis, links, patience: patience, switchboard: switchboard)
    }

    package func pieces(of text: String) -> AsyncThrowingStream<SpeechPiece, any Error> {
        let (stream, continuation) = AsyncThrowingStream<SpeechPiece, any Error>.makeStream()
        let task = Task { [self] in
            do {
                try await speak(text, continuation)
                continuation.finish()
            } catch {
                continuation.finish(throwing: error)
            }
        }
        continuation.onTermination = { _ in task.cancel() }
        return stream
    }

    private func speak(_ text: String, _ out: AsyncThrowingStream<SpeechPiece, any Error>.Continuation) async throws {
        var progress = SpokenProgress(text: text)
        var tried: Set<Int> = []
        while true {
            let (attempt, opened) = try await open(progress.rest, &tried)
            var voice = FallbackVoice(resampler: Resampler(from: links[attempt.engine].engine.rate, to: rate))
            do {
                var next = opened.first
                while let piece = next {
                    out.yield(progress.place(voice.fit(piece)))
                    next = try await Waiting.next(of: opened.rest, within: gate.patience.between)
                }
                gate.succeeded(attempt)
                return
            } catch {
                guard gate.failed(attempt, error), !Task.isCancelled else { throw SpeechError.cancelled }
                progress.breakOff()
                // Nothing is left to say when the failure came after the last clause.
                if progress.rest.isEmpty { return }
            }
        }
    }

    /// A synthesiser that has begun to speak.
    private struct Opened: Sendable {
        let first: SpeechPiece?
        let rest: AsyncThrowingStream<SpeechPiece, any Error>
    }

    private func open(_ text: String, _ tried: inout Set<Int>) async throws -> (Attempt, Opened) {
        let race = Race<Opened>(
            gate: gate, account: UsageTag.current, amount: EngineReport.Amount(characters: text.count)
        ) { [links] engine, patience in
            let pieces = links[engine].engine.pieces(of: text)
            let first = try await Waiting.next(of: pieces, within: patience)
            return Opened(first: first, rest: pieces)
        }
        return try await race.run(tried: &tried)
    }
}
