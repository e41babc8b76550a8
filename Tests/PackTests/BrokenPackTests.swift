import Document
import Foundation
import Pack
import Testing

@Suite struct BrokenPackTests {
    @Test(
        "everything that is wrong with a pack is said at once, with file, line and path",
        arguments: ["empty", "misspelt", "unreadable", "disagreeing"])
    func golden(name: String) throws {
        let folder = try PackFolder.path("broken/\(name)")
        let expected = try String(contentsOfFile: "\(folder)/expected.txt", encoding: .utf8)
        let error = try #require(throws: InvalidDocument.self) { try BusinessPack.load(folder) }
        #expect("\(error)\n" == expected)
    }

    @Test("a folder that is not there is said to be none")
    func nowhere() throws {
        let error = try #require(throws: InvalidDocument.self) { try BusinessPack.load("/nowhere/at/all") }
        #expect(error.errors.count == 1)
        #expect(error.errors.first?.file == "/nowhere/at/all")
    }
}
