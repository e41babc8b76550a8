import Audio
import Dialogue
import Document
import Foundation
import Session
import Testing
import Worker

/// Recordings of live calls, read back from the disk.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct RecordedCallTests {
    @Test("a call that its caller lets be recorded leaves both sides, from the notice on")
    func consenting() async throws {
        try await record(consent: "true") { office, phone in
            try await phone.wait("the notice") { phone in
                phone.agentSaid.contains(RecordingConsent.notice) && !phone.isAgentSpeaking
            }
            #expect(office.phases == ["started"])
            try await Self.ask(phone)
            await phone.hangUp()
            _ = try await office.waitForEnd(of: Self.session)
            #expect(office.phases == ["started", "finished"])
        } look: { files in
            #expect(files.count == 1)
            let sound = try #require(try files.first.map(Self.sound))
            #expect(sound.left.count > 3 * 16_000)
            #expect(LevelMeter.rootMeanSquare(sound.left) > 0.003, "the caller is heard")
            #expect(LevelMeter.rootMeanSquare(sound.right) > 0.003, "the agent is heard")
        }
    }

    @Test("a call whose caller has not consented leaves nothing", arguments: [nil, "false"] as [String?])
    func refusing(consent: String?) async throws {
        try await record(consent: consent) { office, phone in
            try await phone.wait("the greeting") { $0.agentSaid.count == 1 && !$0.isAgentSpeaking }
            try await Self.ask(phone)
            await phone.hangUp()
            _ = try await office.waitForEnd(of: Self.session)
            #expect(office.phases.isEmpty)
            #expect(await !phone.agentSaid.contains(RecordingConsent.notice))
        } look: { files in
            #expect(files.isEmpty)
        }
    }

    @Test("a recording is deleted at the caller's word")
    func withdrawn() async throws {
        try await record(consent: "true", understood: "please stop recording") { office, phone in
            try await phone.wait("the notice") { $0.agentSaid.contains(RecordingConsent.notice) && !$0.isAgentSpeaking }
            await phone.say(try Recordings.named("hours1"))
            try await phone.wait("the farewell", within: .seconds(25)) {
                $0.agentSaid.contains(RecordingConsent.farewell)
            }
            #expect(office.phases == ["started", "deleted"])
            await phone.hangUp()
            _ = try await office.waitForEnd(of: Self.session)
        } look: { files in
            #expect(files.isEmpty)
        }
    }

    // MARK: The call

    fileprivate static let session = "sess_recorded"

    /// - Parameter look: sees what was left on the disk when the office was closed.
    private func record(
        consent: String?, understood words: String = "what are your opening hours",
        _ body: (Office, Phone) async throws -> Void, look: ([URL]) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("parley-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let attributes = consent.map { [CallSession.consentAttribute: $0] } ?? [:]
        try await Office.open(
            engines: FragileEngines(words).engines,
            tune: {
                $0.turnTaking.rule = .judgement
                $0.recordings = folder.path
            }
        ) { office in
            try await body(office, try await office.call(Self.session, attributes: attributes))
        }
        // What is written on the recordings' own thread after the call.
        await (try RecordingFile(in: folder.path, session: "last", rate: 16_000)).settled()
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        try await look(files.filter { !$0.lastPathComponent.hasPrefix("last") })
    }

    private static func ask(_ phone: Phone) async throws {
        try await phone.say(Recordings.named("hours1"))
        try await phone.wait("the answer", within: .seconds(25)) {
            $0.agentSaid.last?.contains("Monday") == true && !$0.isAgentSpeaking
        }
    }

    /// The two sides of an Ogg Opus file (RFC 3533, section 6).
    private static func sound(_ file: URL) throws -> (left: [Int16], right: [Int16]) {
        var (packets, rest): ([[UInt8]], ArraySlice<UInt8>) = ([], [UInt8](try Data(contentsOf: file))[...])
        var packet: [UInt8] = []
        while rest.count > 27, rest.starts(with: Array("OggS".utf8)) {
            let lacing = rest.dropFirst(27).prefix(Int(rest[rest.startIndex + 26]))
            rest = rest.dropFirst(27 + lacing.count)
            for length in lacing.map(Int.init) {
                packet += rest.prefix(length)
                rest = rest.dropFirst(length)
                guard length < 255 else { continue }
                packets.append(packet)
                packet = []
            }
        }
        #expect(rest.isEmpty && packets.first?.starts(with: Array("OpusHead".utf8)) == true)
        var decoder = try OpusDecoder(rate: 16_000, channels: 2)
        let samples = try packets.dropFirst(2).reduce(into: []) { $0 += try decoder.decode($1) }
        let pairs = stride(from: 0, to: samples.count - 1, by: 2)
        return (pairs.map { samples[$0] }, pairs.map { samples[$0 + 1] })
    }
}

extension Office {
    /// What the log tells of the recording.
    fileprivate var phases: [String] {
        frames("recording", of: RecordedCallTests.session).compactMap { $0["phase"]?.string }
    }
}
