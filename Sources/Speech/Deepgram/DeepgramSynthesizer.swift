import Document

/// A synthesiser behind Deepgram's streaming `speak` endpoint. Connections are kept for the next clause, whosever it is.
package final class DeepgramSynthesizer: SpeechSynthesizer {
    package let rate: Int
    private let provider: Provider
    private let lines: DeepgramLines
    private let speaker: ClauseSpeaker

    /// - Parameters:
    ///   - provider: as in `wss://api.deepgram.com/v1`; the model is the voice, such as `aura-2-thalia-en`; the timeout is
    ///     for the whole sound of a clause.
    ///   - rate: 8000, 16 000, 24 000 or 48 000.
    package init(_ provider: Provider, over dialer: any SocketDialer, rate: Int = 24_000) {
        self.provider = provider
        self.rate = rate
        let request = SocketRequest(
            url: provider.endpoint("speak"),
            query: [("model", provider.model), ("encoding", "linear16"), ("sample_rate", "\(rate)")],
            authorization: provider.key.map { "Token \($0)" })
        let lines = DeepgramLines(request, timeout: provider.timeout, over: dialer)
        self.lines = lines
        speaker = ClauseSpeaker(rate: rate) { lines.sound(of: $0) }
    }

    package var traits: EngineTraits { EngineTraits(name: "deepgram", model: provider.model, isRemote: true) }

    package func pieces(of text: String) -> AsyncThrowingStream<SpeechPiece, any Error> {
        speaker.pieces(of: text)
    }

    /// Opens a connection if none is idle, so that the next clause needs not wait for one.
    package func warmUp() {
        lines.warmUp()
    }
}
