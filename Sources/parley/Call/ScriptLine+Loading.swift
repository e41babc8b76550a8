import Audio
import Foundation
import Speech

extension ScriptLine {
    /// Longer recordings are refused: a call is a conversation.
    private static let longest = Duration.seconds(600)
    private static let rates = 8_000...48_000

    /// A line from a WAV file.
    static func file(_ path: String, cue: Cue) throws(CommandFailure) -> ScriptLine {
        let bytes: [UInt8]
        do {
            bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw CommandFailure(.usage, "cannot read \(path): \(Self.reason(error)).")
        }
        let file: WAVFile
        do throws(WAVError) {
            file = try WAVFile(bytes)
        } catch {
            throw CommandFailure(.usage, "cannot say \(path): \(error).")
        }
        let name = URL(fileURLWithPath: path).lastPathComponent
        return try line(name, cue, file.samples, rate: file.rate)
    }

    /// A line spoken by the embedded synthesiser.
    static func words(_ text: String, cue: Cue) async throws(CommandFailure) -> ScriptLine {
        let synthesizer = EmbeddedSynthesizer(threads: 1)
        var samples: [Int16] = []
        do {
            for try await piece in synthesizer.speak(text) { samples += piece }
        } catch {
            throw CommandFailure(.failed, "cannot speak '\(text)': \(error).")
        }
        return try line(text, cue, samples, rate: synthesizer.rate)
    }

    private static func line(
        _ name: String, _ cue: Cue, _ samples: [Int16], rate: Int
    ) throws(CommandFailure) -> ScriptLine {
        guard rates.contains(rate) else {
            throw CommandFailure(.usage, "cannot say \(name): \(rate) samples a second; 8000 to 48000 are possible.")
        }
        guard AudioFrame.duration(of: samples.count, rate: rate) <= longest else {
            throw CommandFailure(.usage, "cannot say \(name): it is longer than ten minutes.")
        }
        var resampler = Resampler(from: rate, to: Self.rate)
        let line = ScriptLine(name: name, cue: cue, samples: resampler.process(samples) + resampler.flush())
        guard line.isAudible else { throw CommandFailure(.usage, "cannot say \(name): there is only silence in it.") }
        return line
    }

    private static func reason(_ error: any Error) -> String {
        switch (error as? CocoaError)?.code {
        case .fileReadNoSuchFile?, .fileNoSuchFile?: "there is no such file"
        case .fileReadNoPermission?: "it may not be read"
        default: "it is no file that can be read"
        }
    }
}
