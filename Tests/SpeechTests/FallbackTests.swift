import Audio
import Foundation
import Logging
import Speech
import Testing
import Timing

@Suite("A failing provider is survived")
struct FallbackTests {
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func provider(_ server: LocalServer) -> Provider {
        Provider(url: server.url, model: "m", timeout: .seconds(2))
    }

    @Test("the embedded recogniser hears the same utterance when the provider fails", arguments: [500, 200])
    func recognizer(_ status: Int) async throws {
        let server = try LocalServer { _ in .json("nonsense", status: status) }
        let ears = FallbackRecognizer(
            HTTPRecognizer(provider(server)), else: try await Ears.get(), breaker: CircuitBreaker(limit: 2),
            logger: logger)
        let stream = try await ears.makeStream(vocabulary: "datetime")
        for _ in 0..<4 {
            let heard = try await Ears.hear(try Caller.named("dt1").samples(), on: stream)
            #expect(heard.text == "tuesday at nine")
        }
        // After two failures it is left alone.
        #expect(server.requests.count == 2)
    }

    @Test("the provider's words count while it works")
    func recognizerWorks() async throws {
        let server = try LocalServer { _ in .json(#"{"text": "Tuesday at nine."}"#) }
        let ears = FallbackRecognizer(HTTPRecognizer(provider(server)), else: try await Ears.get(), logger: logger)
        let stream = try await ears.makeStream(vocabulary: "datetime")
        let heard = try await Ears.hear(try Caller.named("dt1").samples(), on: stream)
        #expect(heard.text == "Tuesday at nine.")
    }

    @Test("the embedded voice goes on at the clause where the provider failed, at the provider's rate")
    func synthesizer() async throws {
        let server = try LocalServer { request in
            guard request.text.contains("Hello") else { return .json("", status: 503) }
            return LocalServer.Reply(chunks: [[UInt8](repeating: 1, count: 4800)])
        }
        let voice = FallbackSynthesizer(
            HTTPSynthesizer(provider(server), voice: "v"), else: EmbeddedSynthesizer(), logger: logger)
        var counts: [Int: Int] = [:]
        var clauses: [Int: String] = [:]
        for try await piece in voice.pieces(of: "Hello. How may I help? Bye.") {
            counts[piece.index, default: 0] += piece.samples.count
            clauses[piece.index] = piece.clause
        }
        #expect(voice.rate == 24_000)
        #expect(clauses == [0: "Hello. ", 1: "How may I help? ", 2: "Bye."])
        #expect(counts[0] == 2400)
        // About a second of speech at 24 kHz.
        #expect((16_000...48_000).contains(counts[1] ?? 0), "\(counts)")
    }

    @Test("a circuit opens after failures in a row, tries once after its rest, and closes on success")
    func breaker() {
        var breaker = CircuitBreaker(limit: 2, rest: .seconds(10))
        let start = Instant.origin
        func mayAsk(after seconds: Int) -> Bool { breaker.mayAsk(now: start + .seconds(seconds)) }
        breaker.failed(now: start)
        #expect(mayAsk(after: 0))
        breaker.succeeded()
        breaker.failed(now: start)
        #expect(mayAsk(after: 0))
        breaker.failed(now: start)
        #expect(!mayAsk(after: 9))
        #expect(mayAsk(after: 10))
        #expect(!mayAsk(after: 11), "one trial at a time")
        breaker.succeeded()
        #expect(mayAsk(after: 11))
    }

    @Test("a model that keeps failing is not asked for a while")
    func model() async throws {
        let server = try LocalServer { _ in .json("", status: 500) }
        let model = GuardedChatModel(HTTPChatModel(provider(server)), breaker: CircuitBreaker(limit: 2), logger: logger)
        for _ in 0..<2 {
            await #expect(throws: SpeechError.refused(status: 500)) { try await model.answer(ChatRequest([])) }
        }
        await #expect(throws: SpeechError.unavailable("the language model is resting")) {
            try await model.answer(ChatRequest([]))
        }
        #expect(server.requests.count == 2)
    }
}
