import Timing

/// A recogniser behind Deepgram's streaming `listen` endpoint: partial results while somebody speaks, hints about ends of
/// utterances, and final words at once when a turn ends.
///
/// A stream opens its connection when it is made and keeps it for the call. A connection that breaks is made again, with
/// back-off and at most five times in a row, and hears again what was not final.
package final class DeepgramRecognizer: SpeechRecognizer {
    private let provider: Provider
    private let dialer: any SocketDialer
    private let language: String
    private let endpointing: Duration

    /// - Parameters:
    ///   - provider: as in `wss://api.deepgram.com/v1`; its timeout is for the words after the end of an utterance.
    ///   - endpointing: silence after which Deepgram takes an utterance for complete; a hint only.
    package init(
        _ provider: Provider, over dialer: any SocketDialer, language: String = "en",
        endpointing: Duration = .milliseconds(300)
    ) {
        self.provider = provider
        self.dialer = dialer
        self.language = language
        self.endpointing = endpointing
    }

    package var traits: EngineTraits {
        EngineTraits(name: "deepgram", model: provider.model, givesPartials: true, isRemote: true)
    }

    package func makeStream(vocabulary: String) async throws -> any RecognitionStream {
        DeepgramRecognitionStream(request, timeout: provider.timeout, over: dialer)
    }

    /// Words come as they are spoken, in lower case and without marks, as the embedded recogniser gives them.
    var request: SocketRequest {
        SocketRequest(
            url: provider.endpoint("listen"),
            query: [
                ("model", provider.model), ("language", language), ("encoding", "linear16"), ("sample_rate", "16000"),
                ("channels", "1"), ("interim_results", "true"), ("punctuate", "false"), ("smart_format", "false"),
                ("endpointing", "\(Int(endpointing.inMilliseconds))"), ("utterance_end_ms", "1000"),
                ("vad_events", "true"),
            ], authorization: provider.key.map { "Token \($0)" })
    }
}
