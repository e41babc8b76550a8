import Document
import Pack
import Simulation
import Testing

@Suite struct HostilePackTests {
    static let names = ["business", "services", "models", "inventory", "customers", "faq", "phrases", "tools", "graph"]

    private static func shipped() throws -> PackFiles {
        try PackFiles(folder: SourcePack.path)
    }

    /// A pack, or at least one error with the name of a file.
    private func expectSound(_ files: PackFiles) {
        do {
            _ = try BusinessPack(files)
        } catch {
            #expect(!error.errors.isEmpty)
            #expect(error.errors.allSatisfy { $0.file != nil && !$0.what.isEmpty })
        }
    }

    @Test("every shipped file can end anywhere", arguments: names)
    func truncations(name: String) throws {
        let bytes = try #require(try Self.shipped().contents["\(name).yaml"])
        var only = PackFiles([:])
        for count in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 150)) {
            only.contents["\(name).yaml"] = Array(bytes.prefix(count))
            expectSound(only)
        }
    }

    @Test("every shipped file can have any bytes changed", arguments: names)
    func flips(name: String) throws {
        var random = SeededGenerator(seed: 7)
        let bytes = try #require(try Self.shipped().contents["\(name).yaml"])
        var only = PackFiles([:])
        for _ in 0..<60 {
            var changed = bytes
            for _ in 0...2 {
                let index = Int.random(in: changed.indices, using: &random)
                changed[index] = UInt8.random(in: .min ... .max, using: &random)
            }
            only.contents["\(name).yaml"] = changed
            expectSound(only)
        }
    }

    @Test("a pack whose files are nested, huge or empty is refused", arguments: names)
    func monsters(name: String) throws {
        for text in [
            String(repeating: "[", count: 5_000), String(repeating: "- a\n", count: 300_000), "", "- ", "{}", "[]",
        ] {
            expectSound(PackFiles(["\(name).yaml": Array(text.utf8)]))
        }
    }
}
