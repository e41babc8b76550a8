import Document
import Foundation

/// Piper as processes of this machine: each speaks one clause at a time, is started when it is first needed, and started
/// anew, with back-off, when it dies. All end with this process, however it ends.
package final class PiperSynthesizer: SpeechSynthesizer {
    /// The voice's own where Opus has it, and 24 kHz else.
    package let rate: Int
    private let program: PiperProgram
    private let pool: PiperPool
    private let speaker: ClauseSpeaker

    /// Throws `unavailable` when the program or the voice is missing, and `malformed` when the voice's description tells
    /// no rate.
    package init(_ program: PiperProgram) throws(SpeechError) {
        guard FileManager.default.isExecutableFile(atPath: program.path) else { throw .unavailable(program.path) }
        guard FileManager.default.isReadableFile(atPath: program.voice) else { throw .unavailable(program.voice) }
        self.program = program
        let own = try Self.rate(of: program.voice)
        rate = [8000, 12_000, 16_000, 24_000, 48_000].contains(own) ? own : 24_000
        let pool = PiperPool(program)
        self.pool = pool
        speaker = ClauseSpeaker(rate: rate, bare: own) { pool.sound(of: $0) }
    }

    package var traits: EngineTraits {
        let voice = URL(fileURLWithPath: program.voice).deletingPathExtension().lastPathComponent
        return EngineTraits(name: "piper", model: voice, isRemote: true)
    }

    package func pieces(of text: String) -> AsyncThrowingStream<SpeechPiece, any Error> {
        speaker.pieces(of: text)
    }

    /// Starts a process, which takes a second to read its voice, before anybody needs it.
    package func warmUp() {
        pool.warmUp()
    }

    private static func rate(of voice: String) throws(SpeechError) -> Int {
        let path = voice + ".json"
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { throw .unavailable(path) }
        guard let rate = (try? JSON(parsing: text))?["audio"]?["sample_rate"]?.int, (8000...48_000).contains(rate)
        else {
            throw .malformed("the voice's description tells no rate")
        }
        return rate
    }
}
