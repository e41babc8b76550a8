import Audio
import Foundation
import Testing

/// The recordings that the repository keeps for whole calls: callers, and noises that are none.
enum Callers {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Interop/Recordings").standardized

    static func voice(_ name: String) throws -> [Int16] { try read("callers/\(name)") }
    static func noise(_ name: String) throws -> [Int16] { try read("noise/\(name)") }

    static func all() throws -> [[Int16]] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "callers").path).sorted()
            .filter { $0.hasSuffix(".wav") }.map { try read("callers/\($0.dropLast(4))") }
    }

    private static func read(_ path: String) throws -> [Int16] {
        try WAVFile([UInt8](Data(contentsOf: folder.appending(path: "\(path).wav")))).samples
    }
}
