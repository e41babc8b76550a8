import Audio
import Foundation
import Speech
import Testing
import Timing

@Suite("Providers are asked over HTTP")
struct ProviderTests {
    private func provider(_ server: LocalServer, timeout: Duration = .seconds(5)) -> Provider {
        Provider(url: server.url, key: "sk-secret", model: "m1", timeout: timeout)
    }

    private func transcribe(_ provider: Provider) async throws -> String {
        let stream = try await HTTPRecognizer(provider).makeStream(vocabulary: "open")
        await stream.accept([Int16](repeating: 5, count: 1600))
        return try await stream.finish().text
    }

    @Test("an utterance is posted as a WAV file in a form, with the key in its header only")
    func transcription() async throws {
        let server = try LocalServer { _ in .json(#"{"text": " Hello there. "}"#) }
        #expect(try await transcribe(provider(server)) == "Hello there.")
        let request = try #require(server.requests.first)
        #expect(request.line == "POST /v1/audio/transcriptions HTTP/1.1")
        #expect(request.head.contains("Authorization: Bearer sk-secret"))
        #expect(request.text.contains("name=\"model\"\r\n\r\nm1\r\n"))
        #expect(!request.text.contains("sk-secret"))
        let start = try #require(request.body.indices.first { request.body[$0...].starts(with: Array("RIFF".utf8)) })
        let file = try WAVFile(Array(request.body[start..<(start + 44 + 3200)]))
        #expect(file.rate == 16_000)
        #expect(file.samples == [Int16](repeating: 5, count: 1600))
    }

    @Test("a status that is not 2xx is refused with that status", arguments: [400, 401, 404, 500, 503])
    func statuses(_ status: Int) async throws {
        let server = try LocalServer { _ in .json(#"{"error": "no"}"#, status: status) }
        await #expect(throws: SpeechError.refused(status: status)) { try await transcribe(provider(server)) }
    }

    @Test("an answer that is no answer is malformed", arguments: ["", "{", "[]", #"{"txt": "x"}"#, "<html>"])
    func malformed(_ body: String) async throws {
        let server = try LocalServer { _ in .json(body) }
        await #expect(throws: SpeechError.malformed("no text in the transcription")) {
            try await transcribe(provider(server))
        }
    }

    @Test("a slow answer times out")
    func slow() async throws {
        let server = try LocalServer { _ in .json(#"{"text": "late"}"#, delay: 30_000) }
        let asked = Instant.monotonic()
        await #expect(throws: SpeechError.timedOut) {
            try await transcribe(provider(server, timeout: .milliseconds(200)))
        }
        #expect((Instant.monotonic() - asked).inSeconds < 20)
    }

    @Test("a broken or missing connection is unreachable, and its reason holds no address or key")
    func unreachable() async throws {
        let server = try LocalServer { _ in LocalServer.Reply(chunks: [Array("{".utf8)], breaksOff: true) }
        for provider in [
            provider(server),
            Provider(url: "http://127.0.0.1:1/v1", key: "sk-secret", model: "m", timeout: .seconds(2)),
        ] {
            let error = await #expect(throws: SpeechError.self) { try await transcribe(provider) }
            guard case .unreachable(let reason) = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(!reason.contains("127.0.0.1") && !reason.contains("sk-secret"))
        }
    }

    @Test("cancelling the task closes the exchange at once")
    func cancel() async throws {
        let server = try LocalServer { _ in .json(#"{"text": "late"}"#, delay: 30_000) }
        let provider = provider(server)
        let task = Task { try await transcribe(provider) }
        try await Task.sleep(for: .milliseconds(100))
        let asked = Instant.monotonic()
        task.cancel()
        await #expect(throws: SpeechError.cancelled) { try await task.value }
        #expect((Instant.monotonic() - asked).inSeconds < 20)
    }

    @Test(
        "sound arrives as it is sent, bare or in a WAV file, however it is cut", arguments: ["pcm", "wav"],
        [1, 7, 1000])
    func synthesis(_ format: String, _ cut: Int) async throws {
        let samples = (0..<500).map { Int16($0 * 7 - 1700) }
        let file = WAVFile(samples: samples, rate: 24_000).serialized()
        let bytes = format == "wav" ? file : Array(file.dropFirst(44))
        let chunks = stride(from: 0, to: bytes.count, by: cut).map { Array(bytes[$0..<min(bytes.count, $0 + cut)]) }
        let server = try LocalServer { _ in LocalServer.Reply(chunks: chunks) }
        let voice = HTTPSynthesizer(provider(server), voice: "af_heart", format: format)
        var heard: [Int16] = []
        for try await piece in voice.pieces(of: "Hello. Bye.") { heard += piece.samples }
        #expect(heard == samples + samples)
        #expect(server.requests.count == 2)
        let request = try #require(server.requests.first)
        #expect(request.line == "POST /v1/audio/speech HTTP/1.1")
        #expect(request.text.contains(#""input":"Hello.""#) && request.text.contains(#""voice":"af_heart""#))
    }

    @Test("many exchanges run at once")
    func concurrent() async throws {
        let server = try LocalServer { _ in .json(#"{"text": "yes"}"#, delay: 1000) }
        let provider = provider(server)
        let asked = Instant.monotonic()
        try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<20 { group.addTask { try await transcribe(provider) } }
            for try await text in group { #expect(text == "yes") }
        }
        #expect((Instant.monotonic() - asked).inSeconds < 15)
    }

    @Test("a provider never shows its key")
    func noKey() {
        let provider = Provider(url: "https://host/v1", key: "sk-secret", model: "m", timeout: .seconds(1))
        var dumped = ""
        dump([provider], to: &dumped)
        #expect(!"\(provider) \([provider])\(String(reflecting: provider))\(dumped)".contains("sk-secret"))
    }
}
