import FoundationEssentials
import Pack
import Testing

import class Foundation.Bundle

/// The packs beside these tests.
enum PackFolder {
    static func path(_ name: String) throws -> String {
        let folder = try #require(Bundle.module.url(forResource: "Packs", withExtension: nil))
        return folder.appendingPathComponent(name).path
    }

    /// The dentist's files, to be changed.
    static func dentist() throws -> PackFiles {
        try PackFiles(folder: path("dentist"))
    }
}
