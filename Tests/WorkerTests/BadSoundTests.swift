import Audio
import Dialogue
import Foundation
import Session
import Testing
import Worker

/// Sounds of callers that nobody could understand, and packets with none at all.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct BadSoundTests {
    @Test("a caller whose microphone is far too loud is answered")
    func clipping() async throws {
        try await call { _, phone in
            let voice = try Recordings.named("hours1")
            let loud = voice.samples.map { Int16(clamping: Int($0) * 40) }
            try #require(loud.count { $0 == .max || $0 == .min } > loud.count / 10)
            await phone.say(samples: loud)
            try await phone.wait("the answer") { $0.agentSaid.last?.contains("Monday") == true }
        }
    }

    @Test("music is no words: the agent says that it understood nothing, and understands what comes after it")
    func music() async throws {
        try await call { fragile, phone in
            fragile.breaks(.noWords)
            await phone.say(samples: Self.music(seconds: 4))
            try await phone.wait("an excuse", within: .seconds(20)) { $0.agentSaid.count == 2 && !$0.isAgentSpeaking }
            let excuse = await phone.agentSaid.last
            #expect(excuse == Phrases().repair)
            fragile.breaks(nil)
            try await ask(phone)
        }
    }

    @Test("packets without sound are dropped, and the caller is heard again when there is some")
    func emptyPackets() async throws {
        try await call { _, phone in
            await phone.sends { _ in [] }
            try await Task.sleep(for: .seconds(2))
            #expect(await phone.agentSaid.count == 1)
            await phone.sends(nil)
            try await ask(phone)
        }
    }

    @Test("packets of nonsense are dropped, and the caller is heard again when there is sound")
    func nonsense() async throws {
        try await call { fragile, phone in
            fragile.breaks(.noWords)
            await phone.sends { payload in payload.indices.map { UInt8(truncatingIfNeeded: $0 * 73 + payload.count) } }
            try await Task.sleep(for: .seconds(2))
            await phone.sends(nil)
            try await Task.sleep(for: .seconds(1))
            fragile.breaks(nil)
            try await phone.wait("quiet") { !$0.isAgentSpeaking }
            try await ask(phone)
        }
    }

    // MARK: The call

    private func call(_ body: (FragileEngines, Phone) async throws -> Void) async throws {
        let fragile = FragileEngines()
        try await Office.open(engines: fragile.engines, tune: { $0.turnTaking.rule = .judgement }) { office in
            let phone = try await office.call("sess_sound")
            try await phone.wait("the greeting") { $0.agentSaid.count == 1 && !$0.isAgentSpeaking }
            try await body(fragile, phone)
        }
    }

    private func ask(_ phone: Phone) async throws {
        try await phone.say(Recordings.named("hours1"))
        try await phone.wait("the answer") { $0.agentSaid.last?.contains("Monday") == true }
    }

    /// Chords of three notes, half a second each, 16 kHz.
    private static func music(seconds: Int) -> [Int16] {
        (0..<seconds * 16_000).map { index in
            let root = [220.0, 174.6, 261.6, 196.0][index / 8_000 % 4]
            let time = Double(index) / 16_000
            let chord = [1, 1.25, 1.5].reduce(0.0) { $0 + sin(2 * .pi * root * $1 * time) }
            return Int16(chord * 4_000)
        }
    }
}
