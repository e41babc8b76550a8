import Audio
import Foundation
import Simulation
import Testing

/// The recordings that the repository keeps for whole calls: callers, and noises that are none.
enum Callers {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Interop/Recordings").standardized

    static func voice(_ name: String) throws -> [Int16] { try read("callers/\(name)") }
    static func noise(_ name: String) throws -> [Int16] { try read("noise/\(name)") }

    static func all() throws -> [[Int16]] { try all(in: "callers") }

    /// Voices beside the callers': sounds of listening, and the first recordings, one of them of a living person.
    static func others() throws -> [[Int16]] { try all(in: "backchannels") + all(in: ".") }

    private static func all(in place: String) throws -> [[Int16]] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: place).path).sorted()
            .filter { $0.hasSuffix(".wav") }.map { try read("\(place)/\($0.dropLast(4))") }
    }

    /// The first frame of 20 ms that is within 35 dB of the loudest.
    static func onset(of voice: [Int16]) -> Int? {
        let levels = stride(from: 0, to: voice.count - 319, by: 320).map {
            LevelMeter.decibels(Array(voice[$0..<($0 + 320)]))
        }
        return levels.firstIndex { $0 > (levels.max() ?? 0) - 35 }
    }

    /// So many callers at once, equally loud, each saying one thing after the other.
    static func crowd(of talkers: Int, seconds: Int, seed: UInt64) throws -> [Int16] {
        var random = SeededGenerator(seed: seed)
        let voices = try all()
        var sum = [Float](repeating: 0, count: 16_000 * seconds)
        for _ in 0..<talkers {
            var place = 0
            while place < sum.count {
                let voice = voices[Int.random(in: voices.indices, using: &random)]
                let loudness = Float(Tone.loudness(voice))
                for sample in voice.prefix(sum.count - place) {
                    sum[place] += 300 / loudness * Float(sample)
                    place += 1
                }
                place += Int.random(in: 800...4_800, using: &random)
            }
        }
        return sum.map { Int16(max(-32_768, min(32_767, $0))) }
    }

    private static func read(_ path: String) throws -> [Int16] {
        try WAVFile([UInt8](Data(contentsOf: folder.appending(path: "\(path).wav")))).samples
    }
}
