import Audio
package import Speech
import Synchronization
import Timing

/// The sound of a text while it is made, for whoever plays it now or may want it soon.
///
/// Made at once and kept until it is read. Bounded: more sound than the text can be is a fault of the synthesiser, which
/// ends the draft with an error (`longest`).
package final class SpeechDraft: Sendable {
    package let text: String
    /// One reader; what was made before comes at once, the rest as it is made.
    package let pieces: AsyncThrowingStream<SpeechPiece, any Error>
    private let work: Task<Void, Never>
    private let overrun: Overrun

    /// - Parameters:
    ///   - rate: of the sound that is wanted, whatever the synthesiser's is.
    ///   - tag: on whose account.
    package init(_ text: String, by synthesizer: any SpeechSynthesizer, at rate: Int, tag: UsageTag?) {
        self.text = text
        let (pieces, out) = AsyncThrowingStream<SpeechPiece, any Error>.makeStream()
        self.pieces = pieces
        let longest = Int(Self.longest(text).inSeconds * Double(synthesizer.rate))
        let overrun = Overrun()
        self.overrun = overrun
        let made = Conversion(from: synthesizer.rate, to: rate)
        work = Task.detached {
            await UsageTag.$current.withValue(tag) {
                var (total, conversion) = (0, made)
                do {
                    for try await piece in synthesizer.pieces(of: text) {
                        total += piece.samples.count
                        guard total <= longest else {
                            overrun.happened.withLock { $0 = true }
                            throw SpeechError.failed("more sound than the words can be")
                        }
                        out.yield(conversion.convert(piece))
                    }
                    out.finish()
                } catch {
                    out.finish(throwing: error)
                }
            }
        }
        out.onTermination = { [work] _ in work.cancel() }
    }

    deinit { work.cancel() }

    /// There was more sound than the words can be: what is still to be read is not worth playing.
    package var isOverrun: Bool { overrun.happened.withLock { $0 } }

    /// Nobody wants it any more.
    package func drop() { work.cancel() }

    /// No voice takes longer: four times what is usual, a second for each digit, and never more than two minutes.
    package static func longest(_ text: String) -> Duration {
        let digits = text.reduce(into: 0) { $0 += $1.isNumber || $1.isSymbol ? 1 : 0 }
        return min(.seconds(120), .seconds(4 + digits) + .milliseconds(240) * text.count)
    }

    private final class Overrun: Sendable {
        let happened = Mutex(false)
    }

    /// From the synthesiser's rate to the voice's.
    private struct Conversion: Sendable {
        private var resampler: Resampler?
        private let factor: Double

        init(from rate: Int, to wanted: Int) {
            resampler = rate == wanted ? nil : Resampler(from: rate, to: wanted)
            factor = Double(wanted) / Double(max(1, rate))
        }

        mutating func convert(_ piece: SpeechPiece) -> SpeechPiece {
            guard resampler != nil else { return piece }
            var piece = piece
            piece.samples = resampler?.process(piece.samples) ?? []
            piece.wordEnds = piece.wordEnds.map { Int(Double($0) * factor) }
            return piece
        }
    }
}
