import Audio
import Foundation
import Testing

/// The recorded callers in the shared folder beside the repository.
enum Recordings {
    private static let folder: URL = {
        let beside = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("shared/fixtures/callers")
        let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
            .deletingLastPathComponent().appendingPathComponent("shared/fixtures/callers")
        return FileManager.default.fileExists(atPath: here.path) ? here : beside
    }()

    /// A recording by the beginning of its name, such as `hours1`.
    static func named(_ name: String) throws -> WAVFile {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let file = try #require(files.first { $0.hasPrefix(name + "-") }, "no recording \(name)")
        let voice = try WAVFile([UInt8](Data(contentsOf: folder.appendingPathComponent(file))))
        try #require(voice.rate == 16_000)
        return voice
    }
}

extension WAVFile {
    /// The silence before the first loud frame.
    var leadIn: Duration {
        let size = AudioFrame.sampleCount(at: rate)
        let frames = stride(from: 0, to: samples.count, by: size)
        let first = frames.first { LevelMeter.rootMeanSquare(Array(samples[$0...].prefix(size))) > 0.01 } ?? 0
        return AudioFrame.duration(of: first, rate: rate)
    }

    /// The silence behind the last loud frame.
    var leadOut: Duration {
        let size = AudioFrame.sampleCount(at: rate)
        let frames = Array(stride(from: 0, to: samples.count, by: size))
        let last = frames.last { LevelMeter.rootMeanSquare(Array(samples[$0...].prefix(size))) > 0.01 } ?? 0
        return AudioFrame.duration(of: samples.count - min(samples.count, last + size), rate: rate)
    }
}
