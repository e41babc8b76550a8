import Speech
import Synchronization

/// A recogniser that answers as a test tells it to.
final class FakeRecognizer: SpeechRecognizer {
    /// What it does with an utterance of so many samples.
    typealias Answer = @Sendable (_ samples: Int) async throws -> String

    let traits: EngineTraits
    private let answer: Answer
    private let opened = Mutex(0)

    /// How many streams were made.
    var streams: Int { opened.withLock { $0 } }

    init(_ name: String = "fake", givesPartials: Bool = false, _ answer: @escaping Answer) {
        traits = EngineTraits(name: name, givesPartials: givesPartials)
        self.answer = answer
    }

    func makeStream(vocabulary: String) async throws -> any RecognitionStream {
        opened.withLock { $0 += 1 }
        return Stream(answer)
    }

    private final class Stream: RecognitionStream {
        let partials: AsyncStream<Hypothesis>
        private let continuation: AsyncStream<Hypothesis>.Continuation
        private let answer: Answer
        private let count = Mutex(0)

        init(_ answer: @escaping Answer) {
            self.answer = answer
            (partials, continuation) = AsyncStream.makeStream()
        }

        func accept(_ samples: [Int16]) async { count.withLock { $0 += samples.count } }

        func finish() async throws -> Transcript {
            let samples = count.withLock { count in
                defer { count = 0 }
                return count
            }
            return Transcript(text: try await answer(samples))
        }

        func restart(vocabulary: String) { count.withLock { $0 = 0 } }

        func close() { continuation.finish() }
    }
}
