package import Logging

/// The engines a worker uses, chosen once at its start.
package struct SpeechEngines: Sendable {
    package var recognizer: any SpeechRecognizer
    package var synthesizer: any SpeechSynthesizer
    /// Nil when none is configured: then rules understand the caller.
    package var chatModel: (any ChatModel)?

    package init(
        recognizer: any SpeechRecognizer, synthesizer: any SpeechSynthesizer, chatModel: (any ChatModel)? = nil
    ) {
        self.recognizer = recognizer
        self.synthesizer = synthesizer
        self.chatModel = chatModel
    }

    /// Embedded engines, with providers in front of them where the environment names one:
    ///
    /// | variable | meaning | default |
    /// | --- | --- | --- |
    /// | `PARLEY_STT_URL` | recogniser, as in `https://host/v1` | embedded |
    /// | `PARLEY_STT_MODEL`, `PARLEY_STT_LANGUAGE` | | `whisper-1`, `en` |
    /// | `PARLEY_TTS_URL` | synthesiser | embedded |
    /// | `PARLEY_TTS_MODEL`, `PARLEY_TTS_VOICE`, `PARLEY_TTS_FORMAT`, `PARLEY_TTS_RATE` | | `kokoro`, `af_heart`, `pcm`, 24000 |
    /// | `PARLEY_LLM_URL` | language model | none |
    /// | `PARLEY_LLM_MODEL` | | `gpt-4o-mini` |
    /// | `PARLEY_STT_KEY`, `PARLEY_TTS_KEY`, `PARLEY_LLM_KEY` | keys | `OPENAI_API_KEY`, else none |
    /// | `PARLEY_STT_TIMEOUT_MS`, `PARLEY_TTS_TIMEOUT_MS`, `PARLEY_LLM_TIMEOUT_MS` | whole exchange | 3000, 5000, 5000 |
    /// | `PARLEY_SPEECH_CACHE` | folder for compiled language models | `~/.cache/parley/speech` |
    ///
    /// Compiles the corpus on first use, which takes a second or so: call it off the event loop. Throws `unavailable`
    /// when the embedded models are missing and `malformed` when a variable is.
    package static func fromEnvironment(
        _ environment: [String: String], corpus: RecognitionCorpus, logger: Logger
    ) throws(SpeechError) -> SpeechEngines {
        let settings = ProviderSettings(environment)
        var configuration = EmbeddedRecognizer.Configuration()
        if let cache = environment["PARLEY_SPEECH_CACHE"], !cache.isEmpty { configuration.cache = cache }
        var engines = SpeechEngines(
            recognizer: try EmbeddedRecognizer(corpus, configuration: configuration),
            synthesizer: EmbeddedSynthesizer())
        if let provider = try settings.provider("STT", model: "whisper-1", timeout: .seconds(3)) {
            let remote = HTTPRecognizer(provider, language: settings["STT_LANGUAGE"] ?? "en")
            engines.recognizer = FallbackRecognizer(remote, else: engines.recognizer, logger: logger)
        }
        if let provider = try settings.provider("TTS", model: "kokoro", timeout: .seconds(5)) {
            let remote = HTTPSynthesizer(
                provider, voice: settings["TTS_VOICE"] ?? "af_heart", rate: try settings.rate(),
                format: settings["TTS_FORMAT"] ?? "pcm")
            engines.synthesizer = FallbackSynthesizer(remote, else: engines.synthesizer, logger: logger)
        }
        engines.chatModel = try chatModel(environment, logger: logger)
        return engines
    }

    /// The language model of `fromEnvironment` alone, without engines for sound; `nil` when none is named.
    package static func chatModel(
        _ environment: [String: String], logger: Logger
    ) throws(SpeechError) -> (any ChatModel)? {
        let provider = try ProviderSettings(environment).provider("LLM", model: "gpt-4o-mini", timeout: .seconds(5))
        return provider.map { GuardedChatModel(HTTPChatModel($0), logger: logger) }
    }
}
