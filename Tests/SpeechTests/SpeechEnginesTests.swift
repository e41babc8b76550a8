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
        #expect(engines.switchboard?.circuits.map(\.name) == ["stt:embedded", "tts:embedded"])
        #expect(engines.chatModel == nil)
        // A sentence of some seconds.
        #expect((engines.lastResort?.samples.count ?? 0) > 2 * 16_000)
        #expect(engines.synthesizer.rate == 16_000)
    }

    @Test("an address puts a provider in front of the embedded engine")
    func providers() async throws {
        let engines = try await engines([
            "PARLEY_STT_URL": "https://host/v1", "PARLEY_TTS_URL": "http://host/v1/", "PARLEY_TTS_RATE": "48000",
            "PARLEY_LLM_URL": "https://host/v1/chat/completions",
        ])
        #expect(
            engines.switchboard?.circuits.map(\.name)
                == ["stt:openai", "stt:embedded", "tts:openai", "tts:embedded", "llm:openai"])
        #expect(engines.synthesizer.rate == 48_000)
    }

    @Test("numbered blocks are asked in their order, and several of one form keep their numbers as names")
    func numbered() async throws {
        let engines = try await engines([
            "PARLEY_LLM_3_URL": "https://third/v1", "PARLEY_LLM_3_MODEL": "m3",
            "PARLEY_LLM_URL": "https://first/v1", "PARLEY_LLM_2_URL": "https://second/v1",
        ])
        let circuits = engines.switchboard?.circuits.filter { $0.kind == .model }
        #expect(circuits?.map(\.engine) == ["openai", "openai-2", "openai-3"])
        #expect(circuits?.map(\.model) == ["gpt-4o-mini", "gpt-4o-mini", "m3"])
    }

    @Test(
        "a variable that cannot be meant is an error that does not repeat it",
        arguments: [
            ("PARLEY_STT_URL", "ftp://host"), ("PARLEY_STT_URL", "https://user:pw@host/v1"),
            ("PARLEY_LLM_URL", "https://host/v1?key=pw"), ("PARLEY_TTS_URL", "host"),
            ("PARLEY_STT_2_URL", "ftp://host"),
            ("PARLEY_STT_KIND", "gramophone"), ("PARLEY_LLM_KIND", "deepgram"),
            ("PARLEY_TTS_KIND", "piper"),
        ])
    func malformed(_ name: String, _ value: String) async {
        let error = await #expect(throws: SpeechError.self) { try await engines([name: value]) }
        guard case .malformed(let reason) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason.contains(name.prefix { $0 != "K" }))
        #expect(name.hasSuffix("KIND") || !reason.contains(value))
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
