import Audio
import Dialogue
import Document
import Session
import Testing
import Timing
import Worker

@Suite(.serialized, .timeLimit(.minutes(4)))
struct ChaosTests {
    /// From the caller's last word to something sensible.
    private static let patience = Duration.seconds(3)

    @Test(
        "whatever breaks in the recogniser, the caller hears something within 3 s, and the log says why",
        arguments: [
            FragileEngines.Fault.noStream, .streamHangs, .acceptHangs, .noPartials, .finishFails, .finishHangs,
        ])
    func recogniser(fault: FragileEngines.Fault) async throws {
        let fragile = FragileEngines()
        if fault == .noStream || fault == .streamHangs { fragile.breaks(fault) }
        try await call(fragile) { office, phone in
            fragile.breaks(fault)
            let words = try await answer(phone, to: "hours1")
            #expect(words.contains("Monday") || words.contains("sorry"), "\(words)")
            if fault != .noPartials, fault != .acceptHangs {
                #expect(words.contains("sorry"))
                #expect(
                    office.frames("fault", of: Self.session).contains {
                        $0["what"]?.string?.contains("recogni") == true
                    })
            }
            fragile.breaks(nil)
            let next = try await answer(phone, to: "hours2")
            #expect(next.contains("Monday"), "the next turn is understood: \(words) | \(next)")
        }
    }

    @Test(
        "whatever breaks in the language model, the caller hears something within 3 s",
        arguments: [
            FragileEngines.Fault.modelFails, .modelHangs,
        ])
    func model(fault: FragileEngines.Fault) async throws {
        let fragile = FragileEngines("well you know the thing with the blue one and so on")
        try await call(fragile) { _, phone in
            fragile.breaks(fault)
            let words = try await answer(phone, to: "hours1")
            #expect(!words.isEmpty)
        }
    }

    @Test(
        "whatever breaks in the synthesiser, the caller hears something within 3 s, and the log says why",
        arguments: [
            FragileEngines.Fault.noSound, .soundHangs, .soundStops, .soundBreaks, .soundNeverEnds,
        ])
    func synthesiser(fault: FragileEngines.Fault) async throws {
        let fragile = FragileEngines()
        try await call(fragile) { office, phone in
            fragile.breaks(fault)
            let words = try await answer(phone, to: "hours1")
            #expect(!words.isEmpty)
            try await phone.wait("an excuse") { $0.agentSaid.contains { $0.contains("sorry") } }
            #expect(!office.frames("fault", of: Self.session).isEmpty)
            fragile.breaks(nil)
            try await phone.wait("silence") { !$0.isAgentSpeaking }
            #expect(try await answer(phone, to: "hours2").contains("Monday"), "the next turn is answered")
        }
    }

    @Test("when no engine works at all, the caller is greeted and told so")
    func nothingWorks() async throws {
        let fragile = FragileEngines()
        fragile.breaks(.noSound)
        try await Office.open(engines: fragile.engines, tune: Self.judge) { office in
            while await !office.isReady { try await Task.sleep(for: .milliseconds(20)) }
            let phone = try await office.call(Self.session)
            try await phone.wait("something to hear", within: .seconds(5)) { !$0.loudAt.isEmpty }
            try await phone.wait("an excuse") { $0.agentSaid.contains { $0.contains("sorry") } }
        }
    }

    // MARK: The call

    private static let session = "sess_chaos"

    @Sendable private static func judge(_ services: inout CallServices) {
        services.turnTaking.rule = .judgement
    }

    private func call(_ fragile: FragileEngines, _ body: (Office, Phone) async throws -> Void) async throws {
        try await Office.open(engines: fragile.engines, tune: Self.judge) { office in
            while await !office.isReady { try await Task.sleep(for: .milliseconds(20)) }
            let phone = try await office.call(Self.session)
            try await phone.wait("the greeting") { $0.agentSaid.count == 1 && !$0.isAgentSpeaking }
            try await body(office, phone)
        }
    }

    /// What the agent says to a recording; it is heard in time.
    private func answer(_ phone: Phone, to name: String) async throws -> String {
        let recording = try Recordings.named(name)
        try await phone.wait("quiet") { $0.loudAt.last.map { Instant.monotonic() - $0 > .seconds(1) } ?? true }
        let before = await phone.agentSaid.count
        let length = await phone.say(recording)
        let end = Instant.monotonic() + length - recording.leadOut
        try await phone.wait("a sound", within: length + .seconds(10)) { $0.loudAt.last.map { $0 > end } ?? false }
        let first = try #require(await phone.loudAt.first { $0 > end })
        print("\(name): heard after \(Int((first - end).inMilliseconds)) ms")
        #expect(first - end <= Self.patience)
        try await phone.wait("words") { $0.agentSaid.count > before && !$0.isAgentSpeaking }
        return await phone.agentSaid.dropFirst(before).joined(separator: " ")
    }
}

extension Office {
    /// The phrases for bad times are there.
    fileprivate var isReady: Bool {
        get async { worker.services.neededPhrases.allSatisfy(worker.services.shelf.has) }
    }
}
