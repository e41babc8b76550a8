import Document
import Foundation
import Speech
import Synchronization
import Testing
import Timing

@Suite("Deepgram speaks")
struct DeepgramSynthesizerTests {
    private static let provider = Provider(
        url: "wss://api.example.com/v1", key: "dg-secret", model: "aura-2-thalia-en", timeout: .seconds(60))
    /// 100 ms of something loud at 24 kHz.
    private static let loud = (0..<2400).flatMap { index -> [UInt8] in [UInt8(truncatingIfNeeded: index), 30] }

    private static func type(_ message: SocketMessage) -> String? {
        guard case .text(let text) = message else { return nil }
        return (try? JSON(parsing: text))?["type"]?.string
    }

    /// Answers as documented: sound and a confirmation for `Flush`, a confirmation for `Clear`.
    private static func speak(_ line: StandInDialer.Line, _ message: SocketMessage) {
        switch type(message) {
        case "Flush":
            line.say(.message(.binary(Array(loud.prefix(1001)))))
            line.say(#"{"type":"Metadata","request_id":"x","model_name":"aura"}"#)
            line.say(.message(.binary(Array(loud.dropFirst(1001)))))
            line.say(#"{"type":"Flushed","sequence_id":0}"#)
        case "Clear": line.say(#"{"type":"Cleared","sequence_id":0}"#)
        default: break
        }
    }

    private func hear(_ voice: DeepgramSynthesizer, _ text: String) async throws -> [SpeechPiece] {
        var pieces: [SpeechPiece] = []
        for try await piece in voice.pieces(of: text) { pieces.append(piece) }
        return pieces
    }

    @Test("clauses are spoken one after the other over a connection that is kept, with the key in its header only")
    func speaks() async throws {
        let dialer = StandInDialer(answer: Self.speak)
        let voice = DeepgramSynthesizer(Self.provider, over: dialer)
        for _ in 0..<3 {
            let pieces = try await hear(voice, "Good \"morning\". How are you?")
            #expect(pieces.count(where: \.endsClause) == 2)
            #expect(pieces.reduce(0) { $0 + $1.samples.count } == 2 * 2400)
        }
        let line = try #require(dialer.all.first)
        #expect(dialer.all.count == 1)
        #expect(line.request.url == "wss://api.example.com/v1/speak")
        #expect(line.request.authorization == "Token dg-secret")
        #expect(
            line.request.query.map { "\($0.name)=\($0.value)" } == [
                "model=aura-2-thalia-en", "encoding=linear16", "sample_rate=24000",
            ])
        let first = try JSON(parsing: try #require(line.texts.first))
        #expect(first == ["type": "Speak", "text": "Good \"morning\"."])
        #expect(line.texts[1] == #"{"type":"Flush"}"#)
        #expect(line.texts.count == 12)
    }

    @Test("a connection is asked for twenty clauses, then another is used")
    func flushLimit() async throws {
        let dialer = StandInDialer(answer: Self.speak)
        let voice = DeepgramSynthesizer(Self.provider, over: dialer)
        for _ in 0..<21 { _ = try await hear(voice, "Hello.") }
        #expect(dialer.all.count == 2)
        #expect(dialer.all[0].isClosed && dialer.all[0].texts.last == #"{"type":"Close"}"#)
        #expect(dialer.all[0].texts.count { $0.contains("Flush") } == 20)
    }

    @Test("whoever stops listening has the rest cleared, and the connection serves the next")
    func clears() async throws {
        let dialer = StandInDialer { line, message in
            if Self.type(message) == "Flush", !line.texts.contains(where: { $0.contains("Clear") }) {
                // The sound goes on and on.
                line.say(.message(.binary(Self.loud)))
            } else {
                Self.speak(line, message)
            }
        }
        let voice = DeepgramSynthesizer(Self.provider, over: dialer)
        for try await _ in voice.pieces(of: "Hello.") { break }
        let line = try #require(dialer.all.first)
        while !line.texts.contains(where: { $0.contains("Clear") }) {
            try await Task.sleep(for: .milliseconds(5))
        }
        let pieces = try await hear(voice, "Bye.")
        #expect(pieces.reduce(0) { $0 + $1.samples.count } == 2400)
    }

    @Test("an idle connection that died is replaced unnoticed")
    func staleConnection() async throws {
        let dialer = StandInDialer { line, message in
            if Self.type(message) == "Flush", line.texts.count > 2, line.texts.count < 5 {
                line.say(.ended(.unreachable("gone")))
            } else {
                Self.speak(line, message)
            }
        }
        let voice = DeepgramSynthesizer(Self.provider, over: dialer)
        _ = try await hear(voice, "Hello.")
        #expect(try await hear(voice, "Bye.").reduce(0) { $0 + $1.samples.count } == 2400)
        #expect(dialer.all.count == 2)
    }

    @Test(
        "what goes wrong is an error of the clause",
        arguments: [
            (SocketEvent.ended(.refused(status: 401)), SpeechError.refused(status: 401)),
            (.ended(.limited(retryAfter: nil)), .limited(retryAfter: nil)),
            (.ended(.unreachable("nobody")), .unreachable("nobody")),
        ])
    func notOpened(_ event: SocketEvent, _ error: SpeechError) async throws {
        let dialer = StandInDialer(open: { _, line in line.say(event) }, answer: Self.speak)
        await #expect(throws: error) { try await hear(DeepgramSynthesizer(Self.provider, over: dialer), "Hello.") }
    }

    @Test(
        "an endpoint that answers with nothing, noise or an error has not spoken",
        arguments: [
            (#"{"type":"Flushed"}"#, SpeechError.malformed("no sound")), ("{", .malformed("not what speak sends")),
            (#"{"type":"Error","description":"dg-secret"}"#, .refused(status: 500)),
        ])
    func noSound(_ answer: String, _ error: SpeechError) async throws {
        let dialer = StandInDialer { line, message in if Self.type(message) == "Flush" { line.say(answer) } }
        await #expect(throws: error) { try await hear(DeepgramSynthesizer(Self.provider, over: dialer), "Hello.") }
    }

    @Test("an endpoint that never opens, never answers or never ends times out", arguments: [0, 1, 2])
    func silent(_ stage: Int) async throws {
        let dialer = StandInDialer(
            open: { _, line in if stage > 0 { line.say(.opened) } },
            answer: { line, message in
                if stage == 2, Self.type(message) == "Flush" { line.say(.message(.binary(Self.loud))) }
            })
        var provider = Self.provider
        provider.timeout = .milliseconds(100)
        await #expect(throws: SpeechError.timedOut) {
            try await hear(DeepgramSynthesizer(provider, over: dialer), "Hello.")
        }
    }

    @Test("a connection made beforehand is the one that speaks")
    func warm() async throws {
        let dialer = StandInDialer(answer: Self.speak)
        let voice = DeepgramSynthesizer(Self.provider, over: dialer)
        voice.warmUp()
        voice.warmUp()
        #expect(dialer.all.count == 1)
        _ = try await hear(voice, "Hello.")
        #expect(dialer.all.count == 1)
    }
}
