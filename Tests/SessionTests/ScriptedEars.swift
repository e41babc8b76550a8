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
    /// What becomes of the first streams: `fails` and `hangs` in the making.
    private let openings: Mutex<[Manner]>
    let vocabularies = Mutex<[String]>([])
    let streams = Mutex(0)
    /// How many utterances were to be finished so far.
    let finishes = Mutex(0)
    /// Streams whose `accept` never returns.
    let deafStreams: Int
    let hypothesis: Hypothesis?

    init(_ manners: [Manner], openings: [Manner] = [], deafStreams: Int = 0, hypothesis: Hypothesis? = nil) {
        self.manners = Mutex(manners)
        self.openings = Mutex(openings)
        self.deafStreams = deafStreams
        self.hypothesis = hypothesis
    }

    func makeStream(vocabulary: String) async throws -> any RecognitionStream {
        let number = streams.withLock { streams in
            streams += 1
            return streams
        }
        switch openings.withLock({ $0.isEmpty ? .answers("") : $0.removeFirst() }) {
        case .fails: throw SpeechError.unreachable("as told")
        case .hangs: await never()
        case .answers: break
        }
        vocabularies.withLock { $0.append(vocabulary) }
        return ScriptedStream(self, isDeaf: number <= deafStreams)
    }

    func nextManner() -> Manner {
        manners.withLock { $0.isEmpty ? .answers("") : $0.removeFirst() }
    }
}

/// Does not return, and does not heed cancellation.
func never() async { await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in } }

final class ScriptedStream: RecognitionStream {
    let partials: AsyncStream<Hypothesis>
    private let partial: AsyncStream<Hypothesis>.Continuation
    private let recognizer: ScriptedRecognizer
    private let isDeaf: Bool
    private let heard = Mutex(0)

    init(_ recognizer: ScriptedRecognizer, isDeaf: Bool) {
        self.recognizer = recognizer
        self.isDeaf = isDeaf
        (partials, partial) = AsyncStream.makeStream()
    }

    func accept(_ samples: [Int16]) async {
        if isDeaf { await never() }
        heard.withLock { $0 += samples.count }
        if let hypothesis = recognizer.hypothesis { partial.yield(hypothesis) }
    }

    func finish() async throws -> Transcript {
        recognizer.finishes.withLock { $0 += 1 }
        switch recognizer.nextManner() {
        case .answers(let text):
            return Transcript(
                text: "\(text)\(heard.withLock { heard in defer { heard = 0 }; return heard })")
        case .fails: throw SpeechError.failed("as told")
        case .hangs:
            await never()
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
