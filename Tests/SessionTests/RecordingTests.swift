import Foundation
import Session
import Testing

@Suite("Recording a call", .timeLimit(.minutes(1)))
struct RecordingTests {
    private func folder() throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("parley-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.path
    }

    private static let frame = (0..<320).map { Int16($0 % 40 < 20 ? 8_000 : -8_000) }

    @Test("both sides end up in a file that nobody else may read")
    func written() async throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let recording = try RecordingFile(in: folder, session: "sess_1/../x", rate: 16_000)
        for index in 0..<120 { recording.append(caller: Self.frame, agent: index % 2 == 0 ? Self.frame : nil) }
        recording.finish()
        await recording.settled()
        #expect(recording.path == "\(folder)/sess_1----x.opus")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: recording.path))
        #expect(bytes.prefix(4) == Data("OggS".utf8) && bytes.count > 2_000)
        let attributes = try FileManager.default.attributesOfItem(atPath: recording.path)
        #expect((attributes[.posixPermissions] as? Int).map { $0 & 0o777 } == 0o600)
    }

    @Test("a session that was recorded before has a second part")
    func second() async throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let first = try RecordingFile(in: folder, session: "sess_1", rate: 16_000)
        let second = try RecordingFile(in: folder, session: "sess_1", rate: 24_000)
        #expect(first.path != second.path)
        first.finish()
        second.finish()
        await second.settled()
    }

    @Test("what is not to be kept is gone")
    func discarded() async throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let recording = try RecordingFile(in: folder, session: "sess_1", rate: 16_000)
        for _ in 0..<60 { recording.append(caller: Self.frame, agent: nil) }
        recording.discard()
        recording.finish()
        await recording.settled()
        #expect(!FileManager.default.fileExists(atPath: recording.path))
    }

    @Test("a folder that is not there is an error, and no trap")
    func noFolder() {
        #expect(throws: (any Error).self) {
            try RecordingFile(in: "/nowhere/at/all", session: "sess_1", rate: 16_000)
        }
    }

    @Test(
        "whoever does not want to be recorded says so in many ways",
        arguments: [
            "Stop recording!", "please don't record this", "I do not want to be recorded", "stop the recording please",
        ])
    func withdrawn(words: String) { #expect(RecordingConsent.isWithdrawn(by: words)) }

    @Test(
        "other words about records mean nothing",
        arguments: ["what is on record", "my car set a record", "stop it", ""])
    func other(words: String) { #expect(!RecordingConsent.isWithdrawn(by: words)) }
}
