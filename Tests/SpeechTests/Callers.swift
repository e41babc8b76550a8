import Foundation
import Testing

/// The recorded callers in the shared folder beside the repository. A missing folder fails the tests that need it.
struct Caller: Decodable, Sendable, CustomTestStringConvertible {
    let file: String
    let text: String
    let state: String?

    private enum CodingKeys: String, CodingKey { case file, text, state }

    /// The manifest also lists noises, which have no words.
    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        file = try values.decode(String.self, forKey: .file)
        text = try values.decodeIfPresent(String.self, forKey: .text) ?? ""
        state = try values.decodeIfPresent(String.self, forKey: .state)
    }

    var testDescription: String { file }

    static let folder: URL = {
        // Builds may run from elsewhere; the folder is beside the sources, or beside the working directory.
        let beside = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("shared/fixtures")
        let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
            .deletingLastPathComponent().appendingPathComponent("shared/fixtures")
        return FileManager.default.fileExists(atPath: here.path) ? here : beside
    }()

    /// The 56 callers of the manifest.
    static func all() throws -> [Caller] {
        let manifest = try Data(contentsOf: folder.appendingPathComponent("manifest.json"))
        return try JSONDecoder().decode([Caller].self, from: manifest).filter { $0.file.hasPrefix("callers/") }
    }

    static func named(_ name: String) throws -> Caller {
        let found = try all().first { $0.file.hasPrefix("callers/" + name + "-") }
        guard let found else { throw CocoaError(.fileNoSuchFile) }
        return found
    }

    /// 16 kHz mono samples: everything after the header of the file's `data` chunk.
    func samples() throws -> [Int16] {
        let bytes = [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(file)))
        var position = 12
        while position + 8 <= bytes.count {
            let name = String(decoding: bytes[position..<(position + 4)], as: UTF8.self)
            let size = (0..<4).reduce(0) { $0 | Int(bytes[position + 4 + $1]) << (8 * $1) }
            let start = position + 8
            if name == "data" {
                let end = min(bytes.count, start + size)
                return stride(from: start, to: end - 1, by: 2).map {
                    Int16(bitPattern: UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8)
                }
            }
            position = start + size + size % 2
        }
        throw CocoaError(.fileReadCorruptFile)
    }
}
