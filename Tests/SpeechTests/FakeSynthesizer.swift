import Speech

/// A synthesiser that speaks one clause per sentence, of one sample a character, until its script says otherwise.
final class FakeSynthesizer: SpeechSynthesizer {
    /// What happens before the sound of a clause: it may wait or throw.
    typealias Script = @Sendable (_ clause: String) async throws -> Void

    let traits: EngineTraits
    let rate: Int
    /// The value of every sample.
    private let sample: Int16
    private let script: Script

    init(_ name: String = "fake", sample: Int16, rate: Int = 16_000, _ script: @escaping Script = { _ in }) {
        traits = EngineTraits(name: name)
        self.rate = rate
        self.sample = sample
        self.script = script
    }

    func pieces(of text: String) -> AsyncThrowingStream<SpeechPiece, any Error> {
        let (stream, continuation) = AsyncThrowingStream<SpeechPiece, any Error>.makeStream()
        let task = Task { [script, sample] in
            do {
                for (index, clause) in Self.sentences(of: text).enumerated() {
                    let half = [Int16](repeating: sample, count: clause.count)
                    continuation.yield(SpeechPiece(samples: half, clause: clause, index: index, endsClause: false))
                    try await script(clause)
                    continuation.yield(SpeechPiece(samples: half, clause: clause, index: index, endsClause: true))
                }
                continuation.finish()
            } catch {
                continuation.finish(throwing: error)
            }
        }
        continuation.onTermination = { _ in task.cancel() }
        return stream
    }

    /// With the white space after them.
    private static func sentences(of text: String) -> [String] {
        var sentences = [""]
        for character in text {
            if character != " ", sentences[sentences.count - 1].hasSuffix(". ") { sentences.append("") }
            sentences[sentences.count - 1].append(character)
        }
        return sentences
    }
}
