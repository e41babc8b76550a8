package import Document
import Foundation

/// The files of a pack, read into memory.
package struct PackFiles: Sendable {
    /// Names with their bytes. A file longer than a document may be is cut off, and refused for its size later.
    package var contents: [String: [UInt8]]

    package init(_ contents: [String: [UInt8]]) {
        self.contents = contents
    }

    /// Reads the files of a folder that end in `.yaml`, `.yml` or `.json`; folders within it are left alone.
    package init(folder: String) throws(InvalidDocument) {
        var contents: [String: [UInt8]] = [:]
        do {
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) where Self.isDocument(name) {
                contents[name] = try Self.read("\(folder)/\(name)")
            }
        } catch {
            let reason = (error as NSError).localizedDescription
            throw InvalidDocument([DocumentError(file: folder, what: "cannot be read: \(reason)")])
        }
        self.init(contents)
    }

    private static func isDocument(_ name: String) -> Bool {
        [".yaml", ".yml", ".json"].contains { name.hasSuffix($0) } && !name.hasPrefix(".")
    }

    private static func read(_ path: String) throws -> [UInt8] {
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? file.close() }
        return Array(try file.read(upToCount: DocumentLimits().size + 1) ?? Data())
    }
}
