import Session
import Speech
import Synchronization

/// A recogniser that does what it is told and remembers what was asked of it.
final class ScriptedRecognizer: SpeechRecognizer {
    enum Manner: Sendable {
        case answers(String)
        case fails
        /// Never answers, and does not heed cancellation.
        case hangs
    }

    private let manners: Mutex<[Manner]>
    let vocabularies = Mutex<[String]>([])
    let streams = Mutex(0)
    /// How many utterances were to be finished so far.
    let finishes = Mutex(0)

    init(_ manners: [Manner]) {
        self.manners = Mutex(manners)
    }

    func makeStream(vocabulary: String) async throws -> any RecognitionStream {
        streams.withLock { $0 += 1 }
        vocabularies.withLock { $0.append(vocabulary) }
        return ScriptedStream(self)
    }

    func nextManner() -> Manner {
        manners.withLock { $0.isEmpty ? .answers("") : $0.removeFirst() }
    }
}

final class ScriptedStream: RecognitionStream {
    let partials: AsyncStream<Hypothesis>
    private let partial: AsyncStream<Hypothesis>.Continuation
    private let recognizer: ScriptedRecognizer
    private let heard = Mutex(0)

    init(_ recognizer: ScriptedRecognizer) {
        self.recognizer = recognizer
        (partials, partial) = AsyncStream.makeStream()
    }

    func accept(_ samples: [Int16]) async {
        heard.withLock { $0 += samples.count }
    }

    func finish() async throws -> Transcript {
        recognizer.finishes.withLock { $0 += 1 }
        switch recognizer.nextManner() {
        case .answers(let text):
            return Transcript(text: "\(text)\(heard.withLock { $0 })")
        case .fails: throw SpeechError.failed("as told")
        case .hangs:
            await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
            return Transcript(text: "")
        }
    }

    func restart(vocabulary: String) {
        recognizer.vocabularies.withLock { $0.append(vocabulary) }
        heard.withLock { $0 = 0 }
    }

    func close() { partial.finish() }
}

/// What an ear reported, for a test to wait for.
struct Reports: Sendable {
    let stream: AsyncStream<Ear.Report>
    private let continuation: AsyncStream<Ear.Report>.Continuation

    init() {
        (stream, continuation) = AsyncStream.makeStream()
    }

    @Sendable func add(_ report: Ear.Report) async { continuation.yield(report) }

    func next() async -> Ear.Report? { await stream.first { _ in true } }
}
