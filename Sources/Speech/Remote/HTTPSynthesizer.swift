import Foundation

/// A synthesiser behind `/audio/speech` in the OpenAI form. Clauses are asked for one after the other, so that the first
/// sound comes soon and each piece knows its words.
package final class HTTPSynthesizer: SpeechSynthesizer {
    private struct Question: Encodable {
        let model: String
        let input: String
        let voice: String
        let response_format: String
    }

    package let rate: Int
    private let provider: Provider
    private let voice: String
    private let format: String

    /// - Parameters:
    ///   - rate: what the provider returns; 24 kHz is the rule. A WAV header that says otherwise is an error.
    ///   - format: "pcm" or "wav".
    package init(_ provider: Provider, voice: String, rate: Int = 24_000, format: String = "pcm") {
        self.provider = provider
        self.voice = voice
        self.rate = rate
        self.format = format
    }

    package func pieces(of text: String) -> AsyncThrowingStream<SpeechPiece, any Error> {
        let (stream, continuation) = AsyncThrowingStream<SpeechPiece, any Error>.makeStream()
        let clauses = Clauses.split(text, longest: EmbeddedSynthesizer.longestText)
        let task = Task {
            do {
                for (index, clause) in clauses.enumerated() {
                    try await speak(SpeechPiece(samples: [], clause: clause, index: index, endsClause: false)) {
                        continuation.yield($0)
                    }
                }
                continuation.finish()
            } catch {
                continuation.finish(throwing: error)
            }
        }
        continuation.onTermination = { _ in task.cancel() }
        return stream
    }

    /// Yields the clause's sound as it arrives, and an empty piece at its end.
    private func speak(_ clause: SpeechPiece, yield: (SpeechPiece) -> Void) async throws {
        guard clause.clause.contains(where: { $0.isLetter || $0.isNumber }) else { return }
        let question = Question(
            model: provider.model, input: clause.clause.trimmingCharacters(in: .whitespacesAndNewlines), voice: voice,
            response_format: format)
        let body = [UInt8](try JSONEncoder().encode(question))
        let request = provider.request("audio/speech", body: body, contentType: "application/json")
        var reader = SampleReader()
        var piece = clause
        var heard = 0
        for try await chunk in HTTPTransport.shared.stream(request) {
            piece.samples = try reader.add(chunk)
            if let found = reader.rate, found != rate { throw SpeechError.malformed("the sound has another rate") }
            heard += piece.samples.count
            if !piece.samples.isEmpty { yield(piece) }
        }
        if Task.isCancelled { throw SpeechError.cancelled }
        piece.samples = reader.finish()
        guard heard + piece.samples.count > 0 else { throw SpeechError.malformed("no sound") }
        piece.endsClause = true
        yield(piece)
    }
}
