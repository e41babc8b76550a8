import Speech

/// Understands the same in every utterance, at once.
struct PromptRecognizer: SpeechRecognizer {
    static let words = "what are your opening hours"

    func makeStream(vocabulary: String) async throws -> any RecognitionStream { PromptStream() }
}

/// One call's ear of it: some words as soon as there is sound.
private final class PromptStream: RecognitionStream {
    let partials: AsyncStream<Hypothesis>
    private let words: AsyncStream<Hypothesis>.Continuation

    init() {
        (partials, words) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func accept(_ samples: [Int16]) async { words.yield(Hypothesis(PromptRecognizer.words)) }
    func finish() async throws -> Transcript { Transcript(text: PromptRecognizer.words) }
    func restart(vocabulary: String) {}
    func close() { words.finish() }
}
