import Audio
import Foundation
import Synchronization
import Timing

/// A recogniser behind `/audio/transcriptions` in the OpenAI form: a WAV file in, its text out. It gives no partials.
package final class HTTPRecognizer: SpeechRecognizer {
    private struct Answer: Decodable {
        let text: String
    }

    /// Sound kept of one utterance; the oldest is dropped beyond it.
    static let longestUtterance = 60 * 16_000

    private let provider: Provider
    private let language: String

    package init(_ provider: Provider, language: String = "en") {
        self.provider = provider
        self.language = language
    }

    package var traits: EngineTraits { EngineTraits(name: provider.name, model: provider.model, isRemote: true) }

    package func makeStream(vocabulary: String) async throws -> any RecognitionStream {
        HTTPRecognitionStream(self)
    }

    /// The words of a whole utterance, 16 kHz.
    func transcribe(_ samples: [Int16]) async throws -> String {
        var form = MultipartForm()
        form.add("model", provider.model)
        form.add("language", language)
        form.add("response_format", "json")
        form.add("file", file: "utterance.wav", type: "audio/wav", WAVFile(samples: samples, rate: 16_000).serialized())
        let body = try await HTTPTransport.shared.send(
            provider.request("audio/transcriptions", body: form.body, contentType: form.contentType))
        return try Self.text(in: body)
    }

    /// The words of an answer.
    static func text(in body: [UInt8]) throws(SpeechError) -> String {
        guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(body)) else {
            throw .malformed("no text in the transcription")
        }
        return answer.text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

/// Collects an utterance and sends it off when it ends.
private final class HTTPRecognitionStream: RecognitionStream {
    private struct State {
        var samples: [Int16] = []
        var isClosed = false
    }

    let partials: AsyncStream<Hypothesis>
    private let recognizer: HTTPRecognizer
    private let state = Mutex(State())

    init(_ recognizer: HTTPRecognizer) {
        self.recognizer = recognizer
        partials = AsyncStream { $0.finish() }
    }

    func accept(_ samples: [Int16]) async {
        state.withLock { state in
            guard !state.isClosed else { return }
            state.samples += samples
            let excess = state.samples.count - HTTPRecognizer.longestUtterance
            if excess > 0 { state.samples.removeFirst(excess) }
        }
    }

    func finish() async throws -> Transcript {
        let (samples, isClosed) = state.withLock { state in
            defer { state.samples = [] }
            return (state.samples, state.isClosed)
        }
        guard !isClosed else { throw SpeechError.cancelled }
        guard !samples.isEmpty else { return Transcript(text: "") }
        let asked = Instant.monotonic()
        let text = try await recognizer.transcribe(samples)
        return Transcript(text: text, processingTime: .monotonic() - asked)
    }

    func restart(vocabulary: String) {
        state.withLock { $0.samples = [] }
    }

    func close() {
        state.withLock { $0 = State(isClosed: true) }
    }
}
