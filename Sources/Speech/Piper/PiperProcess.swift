import Document
import Foundation
import Timing

/// One running Piper: a line of JSON in, bare samples out, and a line of its log when a text is done.
///
/// Not for two threads at once: `PiperPool` lends it to one clause at a time, which is why it may be `@unchecked Sendable`.
/// It ends when its input does, hence with this process however that ends.
final class PiperProcess: @unchecked Sendable {
    /// How long somebody who no longer listens goes unnoticed, in milliseconds.
    private static let glance: Int32 = 100

    private let process = Process()
    private let input: PipeEnd
    private let sound: PipeEnd
    private let log: PipeEnd
    private let speaker: Int?
    private var lines = PiperLog()

    /// Throws `unavailable` when the program cannot be started.
    init(_ program: PiperProgram) throws(SpeechError) {
        let (input, itsInput) = try PipeEnd.line()
        let (sound, itsSound) = try PipeEnd.line()
        let (log, itsLog) = try PipeEnd.line()
        (self.input, self.sound, self.log) = (input, sound, log)
        speaker = program.speaker
        process.executableURL = URL(fileURLWithPath: program.path)
        process.arguments = ["--model", program.voice, "--output-raw", "--json-input"]
        // Whatever else this process knows, such as keys, is no business of its child.
        let passed: Set = ["PATH", "HOME", "LANG", "LD_LIBRARY_PATH", "ESPEAK_DATA_PATH"]
        process.environment = ProcessInfo.processInfo.environment.filter { passed.contains($0.key) }
        process.standardInput = itsInput
        process.standardOutput = itsSound
        process.standardError = itsLog
        do {
            try process.run()
        } catch {
            throw .unavailable(program.path)
        }
        for handle in [itsInput, itsSound, itsLog] { try? handle.close() }
    }

    deinit {
        input.close()
        if process.isRunning { process.terminate() }
    }

    var isRunning: Bool { process.isRunning }

    /// Speaks a text and hands over its bytes as they come. When `isWanted` turns false the rest is passed over, so that
    /// the next text begins with its own sound.
    ///
    /// Throws `timedOut` at the deadline and `unreachable` when the process ends; then it is of no more use.
    func speak(
        _ text: String, until deadline: Instant, isWanted: () -> Bool, sink: ([UInt8]) -> Void
    ) throws(SpeechError) {
        var question: [String: JSON] = ["text": .string(text)]
        if let speaker { question["speaker_id"] = .int(speaker) }
        guard input.write(Array(JSON.object(question).text.utf8) + [UInt8(ascii: "\n")]) else { throw Self.gone }
        while true {
            guard Instant.monotonic() < deadline else {
                kill()
                throw .timedOut
            }
            PipeEnd.wait([sound, log], milliseconds: Self.glance)
            // The log first: what Piper wrote before the end of its line can then be read.
            let isEnd = try logSaysEnd()
            while let bytes = sound.read() {
                guard !bytes.isEmpty else { throw Self.gone }
                if isWanted() { sink(bytes) }
            }
            if isEnd { return }
        }
    }

    /// Ends the process at once.
    func kill() {
        input.close()
        guard process.isRunning else { return }
        _ = Foundation.kill(process.processIdentifier, SIGKILL)
    }

    private static let gone = SpeechError.unreachable("piper ended")

    private func logSaysEnd() throws(SpeechError) -> Bool {
        var isEnd = false
        while let bytes = log.read() {
            guard !bytes.isEmpty else { throw Self.gone }
            if lines.add(bytes) > 0 { isEnd = true }
        }
        return isEnd
    }
}
