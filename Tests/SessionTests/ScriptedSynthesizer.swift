import Speech
import Synchronization

/// A synthesiser that does what it is told: 20 ms of a tone for each character, a piece for each word.
final class ScriptedSynthesizer: SpeechSynthesizer {
    enum Manner: Hashable, Sendable {
        case speaks
        case fails
        /// Nothing comes, ever.
        case hangs
        /// Sound without an end.
        case babbles
        /// The first piece comes, and nothing more, or an error.
        case stops, breaks
    }

    let rate: Int
    let texts = Mutex<[String]>([])
    private let manner: Manner

    init(_ manner: Manner = .speaks, rate: Int = 16_000) {
        self.manner = manner
        self.rate = rate
    }

    func pieces(of text: String) -> AsyncThrowingStream<SpeechPiece, any Error> {
        texts.withLock { $0.append(text) }
        let (stream, out) = AsyncThrowingStream<SpeechPiece, any Error>.makeStream()
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        switch manner {
        case .speaks:
            for (index, word) in words.enumerated() {
                out.yield(piece(String(word), index, isLast: index == words.count - 1))
            }
            out.finish()
        case .fails: out.finish(throwing: SpeechError.unreachable("as told"))
        case .hangs: break
        case .babbles:
            let task = Task {
                while !Task.isCancelled {
                    out.yield(piece("bla", 0, isLast: false))
                    await Task.yield()
                }
            }
            out.onTermination = { _ in task.cancel() }
        case .stops: out.yield(piece(String(words[0]), 0, isLast: false))
        case .breaks:
            out.yield(piece(String(words[0]), 0, isLast: false))
            out.finish(throwing: SpeechError.unreachable("as told"))
        }
        return stream
    }

    private func piece(_ word: String, _ index: Int, isLast: Bool) -> SpeechPiece {
        let samples = (0..<(rate / 50 * max(1, word.count))).map { Int16($0 % 40 < 20 ? 8_000 : -8_000) }
        var piece = SpeechPiece(samples: samples, clause: isLast ? word : word + " ", index: index, endsClause: true)
        piece.wordEnds = [samples.count]
        return piece
    }
}
