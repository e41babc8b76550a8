import Document
import NIOCore
import NIOHTTP1
import NIOPosix
import Speech
import SpeechSockets
import Synchronization
import Testing

@Suite("Deepgram's engines speak its protocol over real sockets")
struct DeepgramOverSocketsTests {
    private func provider(_ url: String, _ model: String) -> Provider {
        Provider(url: url, key: "dg-secret", model: model, timeout: .seconds(60))
    }

    private func dialer() -> ProviderDialer { ProviderDialer(on: MultiThreadedEventLoopGroup.singleton) }

    /// What `listen` sends for the first so many samples.
    private static func result(_ words: String, _ samples: Int) -> Endpoint.Answer {
        .text(
            #"{"type":"Results","start":0.0,"duration":\#(Double(samples) / 16_000),"is_final":true,"from_finalize":true,"#
                + #""channel":{"alternatives":[{"transcript":"\#(words)","confidence":0.7}]}}"#)
    }

    private static func type(_ text: String?) -> String? {
        text.flatMap { try? JSON(parsing: $0) }?["type"]?.string
    }

    @Test("a call is heard, and its key is in the handshake's header only")
    func listens() async throws {
        let endpoint = Endpoint { text, bytes in
            Self.type(text) == "Finalize" ? [Self.result("tuesday at nine", bytes / 2)] : []
        }
        let url = try await endpoint.start()
        let stream = try await DeepgramRecognizer(provider(url, "nova-3"), over: dialer()).makeStream(
            vocabulary: "open")
        for _ in 0..<50 { await stream.accept([Int16](repeating: 300, count: 320)) }
        #expect(try await stream.finish().text == "tuesday at nine")
        let seen = endpoint.record
        #expect(seen.bytes == 32_000)
        let head = try #require(seen.heads.first)
        #expect(head.headers["Authorization"] == ["Token dg-secret"])
        #expect(head.uri.hasPrefix("/v1/listen?model=nova-3&language=en&encoding=linear16&sample_rate=16000&"))
        #expect(!head.uri.contains("secret"))
        stream.close()
        await endpoint.stop()
    }

    @Test("a connection that is cut in the middle is made again, and nothing is lost", arguments: [0, 1, 2])
    func cut(_ manner: Int) async throws {
        let isCut = Atomic(false)
        let endpoint = Endpoint { text, bytes in
            if bytes > 6000, !isCut.exchange(true, ordering: .relaxed) {
                return [[.cut, .close(1011), .breach][manner]]
            }
            return Self.type(text) == "Finalize" ? [Self.result("yes please", 16_000)] : []
        }
        let url = try await endpoint.start()
        let stream = try await DeepgramRecognizer(provider(url, "nova-3"), over: dialer()).makeStream(
            vocabulary: "open")
        for _ in 0..<50 { await stream.accept([Int16](repeating: 300, count: 320)) }
        #expect(try await stream.finish().text == "yes please")
        let seen = endpoint.record
        #expect(seen.heads.count >= 2)
        #expect(seen.bytes >= 6000 + 32_000)
        await endpoint.stop()
    }

    @Test(
        "a refused handshake is an error with its status, and with the time to wait",
        arguments: [
            (401, nil, SpeechError.refused(status: 401)), (402, nil, .refused(status: 402)),
            (429, nil, .limited(retryAfter: nil)), (429, "7", .limited(retryAfter: .seconds(7))),
            (429, "-7", .limited(retryAfter: nil)), (429, "soon", .limited(retryAfter: nil)),
            (503, "7", .refused(status: 503)),
        ])
    func refused(_ status: Int, _ retryAfter: String?, _ error: SpeechError) async throws {
        let endpoint = Endpoint(refusing: HTTPResponseStatus(statusCode: status), retryAfter: retryAfter)
        let url = try await endpoint.start()
        let stream = try await DeepgramRecognizer(provider(url, "nova-3"), over: dialer()).makeStream(
            vocabulary: "open")
        await stream.accept([Int16](repeating: 300, count: 320))
        await #expect(throws: error) { try await stream.finish() }
        let voice = DeepgramSynthesizer(provider(url, "aura-2-thalia-en"), over: dialer())
        await #expect(throws: error) { for try await _ in voice.pieces(of: "Hello.") {} }
        await endpoint.stop()
    }

    @Test("a clause is spoken, and the next over the same connection")
    func speaks() async throws {
        let sound = (0..<4800).flatMap { index -> [UInt8] in [UInt8(truncatingIfNeeded: index), 20] }
        let endpoint = Endpoint { text, _ in
            guard Self.type(text) == "Flush" else { return [] }
            return [
                .binary(Array(sound.prefix(3001))), .binary(Array(sound.dropFirst(3001))),
                .text(#"{"type":"Flushed","sequence_id":0}"#),
            ]
        }
        let url = try await endpoint.start()
        let voice = DeepgramSynthesizer(provider(url, "aura-2-thalia-en"), over: dialer())
        var samples = 0
        for try await piece in voice.pieces(of: "Hello. Bye.") { samples += piece.samples.count }
        #expect(samples == 9600)
        let seen = endpoint.record
        #expect(seen.heads.count == 1)
        #expect(
            seen.heads.first?.uri
                == "/v1/speak?model=aura-2-thalia-en&encoding=linear16&sample_rate=24000")
        #expect(seen.heads.first?.headers["Authorization"] == ["Token dg-secret"])
        #expect(seen.texts.compactMap { Self.type($0) } == ["Speak", "Flush", "Speak", "Flush"])
        await endpoint.stop()
    }

    @Test("an address where nobody listens, and one that is none, are errors without address or key")
    func nobody() async throws {
        for (url, error) in [
            ("ws://127.0.0.1:1/v1", SpeechError.unreachable("nobody listens there")),
            ("no address", .malformed("the provider's address")),
        ] {
            let voice = DeepgramSynthesizer(provider(url, "aura"), over: dialer())
            let thrown = await #expect(throws: SpeechError.self) { for try await _ in voice.pieces(of: "Hello.") {} }
            #expect(thrown == error)
        }
    }
}
