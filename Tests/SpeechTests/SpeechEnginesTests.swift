import Logging
import Speech
import Testing

@Suite("The environment chooses the engines")
struct SpeechEnginesTests {
    private func engines(_ environment: [String: String]) async throws -> SpeechEngines {
        let environment = environment.merging(["PARLEY_SPEECH_CACHE": Ears.cache]) { own, _ in own }
        return try await Ears.offPool {
            try SpeechEngines.fromEnvironment(
                environment, corpus: Ears.corpus, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        }
    }

    @Test("without variables everything is embedded and there is no model")
    func embedded() async throws {
        let engines = try await engines(["OPENAI_API_KEY": "sk-secret"])
        #expect(engines.recognizer is EmbeddedRecognizer)
        #expect(engines.synthesizer is EmbeddedSynthesizer)
        #expect(engines.chatModel == nil)
        #expect(engines.synthesizer.rate == 16_000)
    }

    @Test("an address puts a provider in front of the embedded engine")
    func providers() async throws {
        let engines = try await engines([
            "PARLEY_STT_URL": "https://host/v1", "PARLEY_TTS_URL": "http://host/v1/", "PARLEY_TTS_RATE": "48000",
            "PARLEY_LLM_URL": "https://host/v1/chat/completions",
        ])
        #expect(engines.recognizer is FallbackRecognizer)
        #expect(engines.synthesizer is FallbackSynthesizer)
        #expect(engines.synthesizer.rate == 48_000)
        #expect(engines.chatModel != nil)
    }

    @Test(
        "a variable that cannot be meant is an error that does not repeat it",
        arguments: [
            ("PARLEY_STT_URL", "ftp://host"), ("PARLEY_STT_URL", "https://user:pw@host/v1"),
            ("PARLEY_LLM_URL", "https://host/v1?key=pw"), ("PARLEY_TTS_URL", "host"),
        ])
    func malformed(_ name: String, _ value: String) async {
        let error = await #expect(throws: SpeechError.self) { try await engines([name: value]) }
        guard case .malformed(let reason) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason.contains(name) && !reason.contains(value))
    }

    @Test("the chosen key reaches the provider", arguments: [("PARLEY_LLM_KEY", "own"), ("OPENAI_API_KEY", "common")])
    func keys(_ name: String, _ key: String) async throws {
        let server = try LocalServer { _ in .json(#"{"choices": [{"message": {"content": "ok"}}]}"#) }
        let engines = try await engines([name: key, "PARLEY_LLM_URL": server.url, "PARLEY_LLM_MODEL": "m9"])
        #expect(try await engines.chatModel?.answer(ChatRequest([ChatMessage(.user, "hi")])).text == "ok")
        #expect(server.requests.first?.head.contains("Bearer \(key)") == true)
        #expect(server.requests.first?.text.contains(#""model":"m9""#) == true)
    }
}
