package import Logging

/// The engines a worker uses, chosen once at its start.
package struct SpeechEngines: Sendable {
    package var recognizer: any SpeechRecognizer
    package var synthesizer: any SpeechSynthesizer
    /// Nil when none is configured: then rules understand the caller.
    package var chatModel: (any ChatModel)?
    /// Who is told of everything they do, and the state of their circuits.
    package var switchboard: Switchboard?
    /// What to play when even the synthesiser says nothing.
    package var lastResort: LastResort?

    package init(
        recognizer: any SpeechRecognizer, synthesizer: any SpeechSynthesizer, chatModel: (any ChatModel)? = nil
    ) {
        self.recognizer = recognizer
        self.synthesizer = synthesizer
        self.chatModel = chatModel
    }

    /// A chain of engines for each kind: the providers that the environment names, in order, then the embedded engine, and for
    /// speech at the very end a sentence rendered now.
    ///
    /// | variable | meaning | default |
    /// | --- | --- | --- |
    /// | `PARLEY_STT_URL` | recogniser, as in `https://host/v1` | embedded |
    /// | `PARLEY_STT_KIND` | `openai` or `deepgram`; with `deepgram` the address may be left out | `openai` |
    /// | `PARLEY_STT_MODEL`, `PARLEY_STT_LANGUAGE` | | `whisper-1` or `nova-3`, `en` |
    /// | `PARLEY_TTS_URL` | synthesiser | embedded |
    /// | `PARLEY_TTS_KIND` | `openai`, `deepgram` or `piper` | `openai` |
    /// | `PARLEY_TTS_MODEL`, `PARLEY_TTS_VOICE`, `PARLEY_TTS_FORMAT`, `PARLEY_TTS_RATE` | | `kokoro`, `af_heart`, `pcm`, 24000 |
    /// | `PARLEY_TTS_PROGRAM`, `PARLEY_TTS_VOICE` | with `piper`: the program's file, and the voice's `.onnx` | none |
    /// | `PARLEY_LLM_URL` | language model | none |
    /// | `PARLEY_LLM_MODEL` | | `gpt-4o-mini` |
    /// | `PARLEY_STT_KEY`, `PARLEY_TTS_KEY`, `PARLEY_LLM_KEY` | keys | `OPENAI_API_KEY`, `DEEPGRAM_API_KEY`, else none |
    /// | `PARLEY_STT_TIMEOUT_MS`, `PARLEY_TTS_TIMEOUT_MS`, `PARLEY_LLM_TIMEOUT_MS` | whole exchange | 3000, 5000, 5000 |
    /// | `PARLEY_STT_2_…`, `PARLEY_STT_3_…`, … | the same for the next in the chain, up to 9; so for TTS and LLM | none |
    /// | `PARLEY_SPEECH_CACHE` | folder for compiled language models | `~/.cache/parley/speech` |
    ///
    /// Compiles the corpus on first use, which takes a second or so: call it off the event loop. Throws `unavailable`
    /// when the embedded models are missing and `malformed` when a variable is.
    package static func fromEnvironment(
        _ environment: [String: String], corpus: RecognitionCorpus, switchboard: Switchboard
    ) throws(SpeechError) -> SpeechEngines {
        let factory = EngineFactory(environment, switchboard)
        var configuration = EmbeddedRecognizer.Configuration()
        if let cache = environment["PARLEY_SPEECH_CACHE"], !cache.isEmpty { configuration.cache = cache }
        let lastResort = try LastResort.render()
        var engines = SpeechEngines(
            recognizer: FallbackRecognizer(
                try factory.recognizers(before: try EmbeddedRecognizer(corpus, configuration: configuration)),
                switchboard: switchboard),
            synthesizer: FallbackSynthesizer(
                try factory.synthesizers(before: EmbeddedSynthesizer(), RenderedPhrases(lastResort)),
                switchboard: switchboard))
        engines.chatModel = try factory.chatModel()
        engines.switchboard = switchboard
        engines.lastResort = lastResort
        return engines
    }

    package static func fromEnvironment(
        _ environment: [String: String], corpus: RecognitionCorpus, logger: Logger
    ) throws(SpeechError) -> SpeechEngines {
        try fromEnvironment(environment, corpus: corpus, switchboard: Switchboard(logger: logger))
    }

    /// The language model of `fromEnvironment` alone, without engines for sound; `nil` when none is named.
    package static func chatModel(
        _ environment: [String: String], switchboard: Switchboard
    ) throws(SpeechError) -> (any ChatModel)? {
        try EngineFactory(environment, switchboard).chatModel()
    }

    package static func chatModel(
        _ environment: [String: String], logger: Logger
    ) throws(SpeechError) -> (any ChatModel)? {
        try chatModel(environment, switchboard: Switchboard(logger: logger))
    }
}
