package import Speech
import Synchronization
import Timing

/// Crossing 1: the caller's samples leave the loop for a recogniser.
///
/// One task per call empties a bounded inbox into a recognition stream and reports what it hears. Everything the call does
/// here returns at once. A stream that failed, or that was given up while it was finishing, is replaced by a fresh one.
package final class Ear: Sendable {
    /// What comes back.
    package enum Report: Hashable, Sendable {
        /// What seems to have been said so far.
        case partial(String, turn: Int)
        case words(String, turn: Int)
        case failed(String, turn: Int)
    }

    private struct Shared {
        var inbox: EarInbox
        /// The utterance whose words are awaited, and how to stop waiting.
        var finishing: (turn: Int, giveUp: @Sendable () -> Void)?
        /// The utterance that is being listened to, and the last that was given up.
        var turn = 0
        var abandoned = 0
    }

    /// Sound kept while the recogniser is busy.
    private static let room = Duration.seconds(20)

    private let recognizer: any SpeechRecognizer
    private let shared: Mutex<Shared>
    private let bell: AsyncStream<Void>
    private let ring: AsyncStream<Void>.Continuation

    package init(_ recognizer: any SpeechRecognizer) {
        self.recognizer = recognizer
        shared = Mutex(Shared(inbox: EarInbox(capacity: Int(Self.room.inSeconds) * CallerVoice.rate)))
        (bell, ring) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    // MARK: The call's side

    /// An utterance begins; `vocabulary` names what is likely to be said.
    package func begin(turn: Int, vocabulary: String) { add(.begin(turn: turn, vocabulary: vocabulary)) }

    package func listen(_ samples: [Int16], turn: Int) { add(.samples(samples, turn: turn)) }

    /// The utterance is over: its words are wanted.
    package func finish(turn: Int) { add(.finish(turn: turn)) }

    /// The words are not wanted any more.
    package func abandon(turn: Int) {
        let giveUp = shared.withLock { shared -> (@Sendable () -> Void)? in
            shared.inbox.forget(turn: turn)
            shared.abandoned = max(shared.abandoned, turn)
            return shared.finishing?.turn == turn ? shared.finishing?.giveUp : nil
        }
        giveUp?()
    }

    package func close() {
        ring.finish()
        shared.withLock { $0.finishing?.giveUp }?()
    }

    private func add(_ step: EarInbox.Step) {
        shared.withLock { $0.inbox.add(step) }
        ring.yield()
    }

    // MARK: The task

    /// Listens until `close`.
    package func run(_ report: @escaping @Sendable (Report) async -> Void) async {
        var stream: (any RecognitionStream)?
        for await _ in bell {
            while let step = shared.withLock({ $0.inbox.next() }) {
                stream = await perform(step, stream, report)
            }
        }
        stream?.close()
    }

    /// The stream to go on with.
    private func perform(
        _ step: EarInbox.Step, _ stream: (any RecognitionStream)?, _ report: @escaping @Sendable (Report) async -> Void
    ) async -> (any RecognitionStream)? {
        switch step {
        case .begin(let turn, let vocabulary):
            shared.withLock { $0.turn = turn }
            guard let stream else { return await open(vocabulary, report) }
            stream.restart(vocabulary: vocabulary)
        case .samples(let samples, _):
            await stream?.accept(samples)
        case .finish(let turn):
            do {
                guard let stream else { throw SpeechError.unavailable("no recogniser") }
                await report(.words(try await words(of: stream, turn: turn), turn: turn))
            } catch {
                stream?.close()
                await report(.failed("\(error)", turn: turn))
                return nil
            }
        }
        return stream
    }

    private func open(
        _ vocabulary: String, _ report: @escaping @Sendable (Report) async -> Void
    ) async -> (any RecognitionStream)? {
        // Without a stream the utterance fails when it is to be finished; the next one tries again.
        guard let stream = try? await recognizer.makeStream(vocabulary: vocabulary) else { return nil }
        let partials = stream.partials
        Task { [weak self] in
            for await hypothesis in partials {
                guard let turn = self?.shared.withLock({ $0.turn }) else { return }
                await report(.partial(hypothesis.text, turn: turn))
            }
        }
        return stream
    }

    /// The utterance's words, or an error as soon as it is abandoned, whatever the stream does.
    private func words(of stream: any RecognitionStream, turn: Int) async throws -> String {
        let (results, result) = AsyncStream.makeStream(
            of: Result<String, any Error>.self, bufferingPolicy: .bufferingOldest(1))
        let work = Task {
            do { result.yield(.success(try await stream.finish().text)) } catch { result.yield(.failure(error)) }
        }
        let giveUp: @Sendable () -> Void = {
            result.yield(.failure(SpeechError.cancelled))
            work.cancel()
        }
        let isAbandoned = shared.withLock { shared in
            shared.finishing = (turn, giveUp)
            return shared.abandoned == turn
        }
        if isAbandoned { giveUp() }
        defer { shared.withLock { $0.finishing = nil } }
        for await answer in results { return try answer.get() }
        throw SpeechError.cancelled
    }
}
