import Speech

/// An engine that does not do what it is for.
struct BrokenEngine: SpeechRecognizer, SpeechSynthesizer {
    enum Fault: CaseIterable {
        /// Says at once that it cannot.
        case fails
        /// Never answers.
        case stalls
    }

    let fault: Fault

    var rate: Int { PreparedSound.rate }
    var traits: EngineTraits { EngineTraits(name: "broken") }

    func pieces(of text: String) -> AsyncThrowingStream<SpeechPiece, any Error> {
        let (stream, out) = AsyncThrowingStream<SpeechPiece, any Error>.makeStream()
        switch fault {
        case .fails: out.finish(throwing: SpeechError.unavailable("an engine that works"))
        case .stalls: break
        }
        return stream
    }

    func makeStream(vocabulary: String) async throws -> any RecognitionStream {
        guard fault == .stalls else { throw SpeechError.unavailable("an engine that works") }
        return DeafStream()
    }
}

/// Understands nothing, ever.
private final class DeafStream: RecognitionStream {
    let partials: AsyncStream<Hypothesis>
    private let words: AsyncStream<Hypothesis>.Continuation

    init() {
        (partials, words) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func accept(_ samples: [Int16]) async {}

    func finish() async throws -> Transcript {
        while true { try await Task.sleep(for: .seconds(3600)) }
    }

    func restart(vocabulary: String) {}
    func close() { words.finish() }
}
