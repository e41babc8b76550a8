import Audio
import Foundation
import Logging
import Speech
import Testing

@Suite("A failing provider is survived")
struct FallbackTests {
    private let switchboard = Switchboard(logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })

    private func provider(_ server: LocalServer) -> Provider {
        Provider(url: server.url, model: "m", timeout: .seconds(2))
    }

    private func ears(_ remote: any SpeechRecognizer) async throws -> FallbackRecognizer {
        FallbackRecognizer(
            [
                Link(Candidate("openai"), remote),
                Link(Candidate("embedded", isLocal: true), try await Ears.get()),
            ], switchboard: switchboard)
    }

    @Test("the embedded recogniser hears the same utterance when the provider fails", arguments: [500, 200])
    func recognizer(_ status: Int) async throws {
        let server = try LocalServer { _ in .json("nonsense", status: status) }
        let ears = try await ears(HTTPRecognizer(provider(server)))
        let stream = try await ears.makeStream(vocabulary: "datetime")
        for _ in 0..<7 {
            let heard = try await Ears.hear(try Caller.named("dt1").samples(), on: stream)
            #expect(heard.text == "tuesday at nine")
        }
        // After five failures it is left alone.
        #expect(server.requests.count == 5)
    }

    @Test("the provider's words count while it works")
    func recognizerWorks() async throws {
        let server = try LocalServer { _ in .json(#"{"text": "Tuesday at nine."}"#) }
        let ears = try await ears(HTTPRecognizer(provider(server)))
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
            [
                Link(Candidate("openai"), HTTPSynthesizer(provider(server), voice: "v")),
                Link(Candidate("embedded", isLocal: true), EmbeddedSynthesizer()),
            ], switchboard: switchboard)
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

    @Test("a model that keeps failing is not asked for a while")
    func model() async throws {
        let server = try LocalServer { _ in .json("", status: 500) }
        let model = FallbackChatModel(
            [Link(Candidate("openai"), HTTPChatModel(provider(server)))], switchboard: switchboard)
        for _ in 0..<5 {
            await #expect(throws: SpeechError.refused(status: 500)) { try await model.answer(ChatRequest([])) }
        }
        await #expect(throws: SpeechError.unavailable("every engine for llm rests")) {
            try await model.answer(ChatRequest([]))
        }
        #expect(server.requests.count == 5)
        #expect(switchboard.circuits.map(\.state) == [.open])
        #expect(switchboard.reset("llm:openai"))
        #expect(switchboard.circuits.map(\.state) == [.closed])
    }
}
