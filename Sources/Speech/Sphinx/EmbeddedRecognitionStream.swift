import Synchronization
import Timing

/// One call's ear on the embedded recogniser.
///
/// The inbox takes what the call says; one job at a time, on the pool, empties it. An utterance holds a decoder from its
/// first samples to its end.
final class EmbeddedRecognitionStream: RecognitionStream {
    /// Shared with the threads that call in.
    private struct Shared {
        var inbox: RecognitionInbox
        /// A job is queued, running, or waiting for a decoder.
        var isScheduled = false
        var isClosed = false
        /// The finish somebody waits for.
        var finishing: Finish?
        var finishes = 0
    }

    private struct Finish {
        let number: Int
        let askedAt: Instant
        let continuation: CheckedContinuation<Transcript, any Error>
    }

    /// Touched only by the job, of which there is one at a time.
    private struct Utterance {
        var vocabulary: String
        var decoder: SphinxDecoder?
        var mean: CepstralMean?
        var noise = NoiseMeter()
        var heard = ""
        var failure: SpeechError?
        /// Samples taken from the inbox that wait for a decoder.
        var held: [Int16] = []
    }

    let partials: AsyncStream<Hypothesis>
    private let partialsOut: AsyncStream<Hypothesis>.Continuation
    private let recognizer: EmbeddedRecognizer
    private let shared: Mutex<Shared>
    private let utterance: Mutex<Utterance>

    init(_ recognizer: EmbeddedRecognizer, vocabulary: String) {
        self.recognizer = recognizer
        let capacity = Int(recognizer.configuration.inbox.inSeconds * 16_000)
        shared = Mutex(Shared(inbox: RecognitionInbox(capacity: capacity)))
        utterance = Mutex(Utterance(vocabulary: recognizer.corpus.resolve(vocabulary)))
        (partials, partialsOut) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    deinit {
        partialsOut.finish()
        utterance.withLock { if let decoder = $0.decoder { recognizer.decoders.give(decoder) } }
    }
}

// What the call does.
extension EmbeddedRecognitionStream {
    func accept(_ samples: [Int16]) async {
        guard !samples.isEmpty, !shared.withLock({ $0.isClosed }) else { return }
        _ = add(.samples(samples))
    }

    func restart(vocabulary: String) {
        _ = add(.restart(vocabulary: vocabulary))
    }

    func finish() async throws -> Transcript {
        let number = shared.withLock { shared in
            shared.finishes += 1
            return shared.finishes
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let finish = Finish(number: number, askedAt: .monotonic(), continuation: continuation)
                if let refusal = register(finish) { return continuation.resume(throwing: refusal) }
                if !add(.finish(number)) { resume(number, .failure(.overloaded)) }
                if Task.isCancelled { resume(number, .failure(.cancelled)) }
            }
        } onCancel: {
            resume(number, .failure(.cancelled))
        }
    }

    private func register(_ finish: Finish) -> SpeechError? {
        shared.withLock { shared in
            if shared.isClosed { return .cancelled }
            if shared.finishing != nil { return .failed("this utterance is already being finished") }
            shared.finishing = finish
            return nil
        }
    }

    func close() {
        shared.withLock { $0.isClosed = true }
        resume(nil, .failure(.cancelled))
        partialsOut.finish()
        // The job gives the decoder back.
        _ = add(.restart(vocabulary: "open"))
    }

    /// Returns false when no thread will ever do it.
    private func add(_ step: RecognitionInbox.Step) -> Bool {
        let mustSchedule = shared.withLock { shared in
            shared.inbox.add(step)
            defer { shared.isScheduled = true }
            return !shared.isScheduled
        }
        return mustSchedule ? schedule() : true
    }

    private func schedule() -> Bool {
        if recognizer.workers.submit({ [weak self] in self?.work() }) { return true }
        shared.withLock { $0.isScheduled = false }
        return false
    }

    /// Answers the finish of that number (any, when nil) if somebody still waits for it.
    private func resume(_ number: Int?, _ result: Result<Transcript, SpeechError>) {
        let waiting = shared.withLock { shared -> Finish? in
            guard let finishing = shared.finishing, number == nil || finishing.number == number else { return nil }
            shared.finishing = nil
            return finishing
        }
        waiting?.continuation.resume(
            with: result.mapError { $0 as any Error }.map {
                Transcript(
                    text: $0.text, confidence: $0.confidence,
                    processingTime: .monotonic() - (waiting?.askedAt ?? .monotonic()))
            })
    }
}

// What the pool's thread does.
extension EmbeddedRecognitionStream {
    /// One step, then back to the end of the queue while there is more.
    private func work() {
        let mayGoOn = utterance.withLock { utterance in
            if !utterance.held.isEmpty { return decode([], &utterance) }
            guard let step = shared.withLock({ $0.inbox.next() }) else { return true }
            return perform(step, &utterance)
        }
        guard mayGoOn else { return }
        let isDone = shared.withLock { shared in
            shared.isScheduled = !shared.inbox.isEmpty
            return shared.inbox.isEmpty
        }
        if !isDone, !schedule() { resume(nil, .failure(.overloaded)) }
    }

    /// Returns false when the stream must wait for a decoder; then the pool of decoders wakes it.
    private func perform(_ step: RecognitionInbox.Step, _ utterance: inout Utterance) -> Bool {
        switch step {
        case .samples(let samples): return decode(samples, &utterance)
        case .restart(let vocabulary):
            release(&utterance)
            utterance.vocabulary = recognizer.corpus.resolve(vocabulary)
        case .finish(let number): resume(number, end(&utterance))
        }
        return true
    }

    private func decode(_ samples: [Int16], _ utterance: inout Utterance) -> Bool {
        guard utterance.failure == nil else { return true }
        utterance.held += samples
        do {
            if utterance.decoder == nil, try !start(&utterance) { return false }
            let samples = utterance.held
            utterance.held = []
            utterance.noise.add(samples)
            try utterance.decoder?.process(samples)
        } catch {
            utterance.held = []
            utterance.failure = error
            return true
        }
        let heard = utterance.decoder?.hypothesis ?? ""
        if heard != utterance.heard, !heard.isEmpty { partialsOut.yield(Hypothesis(heard)) }
        utterance.heard = heard
        return true
    }

    /// Borrows a decoder and begins. Returns false when none is free.
    private func start(_ utterance: inout Utterance) throws(SpeechError) -> Bool {
        let limit = recognizer.configuration.noiseRemovalBelow
        let removesNoise = utterance.noise.signalToNoise.map { $0 < limit } ?? false
        let decoder = try recognizer.decoders.take(
            utterance.vocabulary, removesNoise: removesNoise, retry: { [weak self] in _ = self?.schedule() })
        guard let decoder else { return false }
        utterance.decoder = decoder
        try decoder.start(utterance.vocabulary, mean: utterance.mean)
        return true
    }

    private func end(_ utterance: inout Utterance) -> Result<Transcript, SpeechError> {
        defer { release(&utterance) }
        if let failure = utterance.failure { return .failure(failure) }
        guard let decoder = utterance.decoder else { return .success(Transcript(text: "", confidence: 0)) }
        do {
            let result = try decoder.end()
            utterance.mean = result.mean
            return .success(Transcript(text: result.text, confidence: result.confidence))
        } catch {
            return .failure(error)
        }
    }

    private func release(_ utterance: inout Utterance) {
        if let decoder = utterance.decoder { recognizer.decoders.give(decoder) }
        utterance.decoder = nil
        utterance.heard = ""
        utterance.failure = nil
        utterance.held = []
    }
}
