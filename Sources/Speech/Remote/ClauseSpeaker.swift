import Audio
import Foundation

/// What synthesisers outside of this process have in common: a text is asked for clause by clause, so that the first sound
/// comes soon and each piece knows its words; and the bytes that come back are made sound, or an error.
///
/// Sound in a WAV file of another rate is brought to the rate promised; bare samples cannot be told. Leading silence is
/// taken away. A clause that brings no sound, or more than anybody needs to say it, is malformed.
struct ClauseSpeaker: Sendable {
    /// Promised to whoever listens.
    private let rate: Int
    /// Of bare samples.
    private let bare: Int
    private let sound: @Sendable (_ clause: String) -> AsyncThrowingStream<[UInt8], any Error>

    /// - Parameters:
    ///   - bare: the rate of samples that come without a header; that promised, when it is left out.
    ///   - sound: the bytes of a clause: bare samples, or a WAV file.
    init(
        rate: Int, bare: Int? = nil,
        sound: @escaping @Sendable (_ clause: String) -> AsyncThrowingStream<[UInt8], any Error>
    ) {
        self.rate = rate
        self.bare = bare ?? rate
        self.sound = sound
    }

    func pieces(of text: String) -> AsyncThrowingStream<SpeechPiece, any Error> {
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

    /// Yields the clause's sound as it arrives, and a last piece at its end.
    private func speak(_ clause: SpeechPiece, yield: (SpeechPiece) -> Void) async throws {
        let text = clause.clause.trimmingCharacters(in: .whitespacesAndNewlines)
        guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return }
        var reader = SampleReader()
        var tuner: Resampler?
        var silence = LeadingSilence(rate: rate)
        var piece = clause
        var left = Self.longestSound(of: text) * rate
        func add(_ samples: [Int16]) throws {
            let found = reader.rate ?? bare
            if tuner == nil, found != rate { tuner = try Self.tuner(from: found, to: rate) }
            piece.samples = silence.strip(tuner?.process(samples) ?? samples)
            left -= piece.samples.count
            guard left > 0 else { throw SpeechError.malformed("a sound that does not end") }
        }
        for try await chunk in sound(text) {
            try add(try reader.add(chunk))
            if !piece.samples.isEmpty { yield(piece) }
        }
        if Task.isCancelled { throw SpeechError.cancelled }
        try add(reader.finish())
        guard silence.isOver else { throw SpeechError.malformed("no sound") }
        piece.endsClause = true
        yield(piece)
    }

    /// Seconds: a slow reader needs a fifth of one for a character.
    private static func longestSound(of text: String) -> Int {
        10 + text.count / 3
    }

    private static func tuner(from found: Int, to rate: Int) throws(SpeechError) -> Resampler {
        guard [8000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000].contains(found) else {
            throw .malformed("the sound has a rate nobody uses")
        }
        return Resampler(from: found, to: rate)
    }
}
