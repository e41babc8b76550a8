import Audio
import Foundation

/// The callers' recordings that the repository keeps for its tests.
enum Recordings {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Tests/Interop/Recordings")

    static func path(_ name: String) -> String { folder.appendingPathComponent("\(name).wav").path }

    /// Speech at 16 kHz, `frames` frames of 20 ms: every recording, and again from the first.
    static func speech(frames: Int) throws -> [Int16] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".wav") }
        var all: [Int16] = []
        for name in names.sorted() {
            let file = try WAVFile(Array(Data(contentsOf: folder.appendingPathComponent(name))))
            if file.rate == 16_000 { all += file.samples }
        }
        guard !all.isEmpty else { throw BenchFailure("there are no recordings in \(folder.path)") }
        let wanted = frames * 320
        while all.count < wanted { all += all }
        return Array(all.prefix(wanted))
    }
}
