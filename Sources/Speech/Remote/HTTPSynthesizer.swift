import Foundation

/// A synthesiser behind `/audio/speech` in the OpenAI form.
package final class HTTPSynthesizer: SpeechSynthesizer {
    private struct Question: Encodable {
        let model: String
        let input: String
        let voice: String
        let response_format: String
    }

    package let rate: Int
    private let provider: Provider
    private let speaker: ClauseSpeaker

    /// - Parameters:
    ///   - rate: what the provider returns; 24 kHz is the rule. A WAV file of another rate is resampled.
    ///   - format: "pcm" or "wav".
    package init(_ provider: Provider, voice: String, rate: Int = 24_000, format: String = "pcm") {
        self.provider = provider
        self.rate = rate
        speaker = ClauseSpeaker(rate: rate) { clause in
            let question = Question(
                model: provider.model, input: clause, voice: voice, response_format: format)
            let body = (try? JSONEncoder().encode(question)) ?? Data()
            return HTTPTransport.shared.stream(
                provider.request("audio/speech", body: [UInt8](body), contentType: "application/json"))
        }
    }

    package var traits: EngineTraits { EngineTraits(name: provider.name, model: provider.model, isRemote: true) }

    package func pieces(of text: String) -> AsyncThrowingStream<SpeechPiece, any Error> {
        speaker.pieces(of: text)
    }
}
