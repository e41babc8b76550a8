import Audio
import Foundation
import Testing

/// Recorded callers and what the reference implementation made of them.
enum Fixtures {
    struct Reference: Decodable {
        var file: String
        var probabilities: [Float]
    }

    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
        return [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }

    static func voice(_ name: String) throws -> WAVFile { try WAVFile(bytes(name)) }

    static func references() throws -> [Reference] {
        try JSONDecoder().decode([Reference].self, from: Data(bytes("silero-reference.json")))
    }

    /// The network's weights, which the project's set-up places beside the sources.
    static func network() throws -> SileroNetwork {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
        return try SileroNetwork(path: root.appending(path: ".models/silero_vad_16k.safetensors").path)
    }
}
