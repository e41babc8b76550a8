package import Speech
import Synchronization
import Timing

/// Crossing 1: the caller's samples leave the loop for a recogniser.
///
/// Everything the call does here returns at once. A task takes what is to be done to a recognition stream and reports what it
/// hears. The sound of a turn is kept until its words are final (`Dictation`): a stream that fails, or does not come back in
/// time, is left behind, and a fresh one hears the turn from its beginning.
package final class Ear: Sendable {
    /// What comes back.
    package enum Report: Hashable, Sendable {
        /// What seems to have been said so far.
        case partial(String, turn: Int, isComplete: Bool = false)
        case words(String, turn: Int, revision: Int)
        case failed(String, turn: Int)
    }

    /// One stream and the task that serves it.
    struct Line: Sendable {
        let number: Int
        let bell: AsyncStream<Void>
    }

    struct Shared {
        var dictation: Dictation
        /// The line at work; what others report is of no interest.
        var line = 0
        var ring: AsyncStream<Void>.Continuation?
        /// The stream of the line at work.
        var stream: (any RecognitionStream)?
        /// Since when the stream has been at its present step, and how long it may be.
        var busy: (since: Instant, limit: Duration)?
        var report: (@Sendable (Report) async -> Void)?
        var isClosing = false
    }

    static let firstLine = 1
    /// Sound kept of turns whose words are not final.
    private static let room = Duration.seconds(60)

    let recognizer: any SpeechRecognizer
    let limits: EarLimits
    let shared: Mutex<Shared>
    private let lines: AsyncStream<Line>
    private let addLine: AsyncStream<Line>.Continuation

    package init(_ recognizer: any SpeechRecognizer, limits: EarLimits = EarLimits()) {
        self.recognizer = recognizer
        self.limits = limits
        shared = Mutex(Shared(dictation: Dictation(capacity: Int(Self.room.inSeconds) * CallerVoice.rate)))
        (lines, addLine) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        replaceLine(shared.withLock { $0.line })
    }

    // MARK: The call's side

    /// A turn begins; `vocabulary` names what is likely to be said.
    package func begin(turn: Int, vocabulary: String) {
        let isInTheWay = shared.withLock { $0.dictation.begin(turn: turn, vocabulary: vocabulary) }
        if isInTheWay { replaceLine() } else { ring() }
    }

    package func listen(_ samples: [Int16], turn: Int) {
        shared.withLock { $0.dictation.listen(samples, turn: turn) }
        ring()
        checkUp()
    }

    /// The caller seems to have finished: the words so far are wanted.
    package func softEnd(turn: Int, revision: Int) {
        shared.withLock { $0.dictation.softEnd(turn: turn, revision: revision) }
        awaitWords(turn: turn, revision: revision)
    }

    /// The caller goes on.
    package func reopen(turn: Int, revision: Int) {
        shared.withLock { $0.dictation.reopen(turn: turn, revision: revision) }
        ring()
    }

    /// The turn is over; its words are wanted unless they were given at that revision.
    package func finish(turn: Int, revision: Int = 0) {
        shared.withLock { $0.dictation.finish(turn: turn, revision: revision) }
        awaitWords(turn: turn, revision: revision)
    }

    /// The words are not wanted any more.
    package func abandon(turn: Int) {
        if shared.withLock({ $0.dictation.forget(turn: turn) }) { replaceLine() } else { ring() }
    }

    /// The recogniser seems dead: another one hears the turn.
    package func revive() {
        shared.withLock { $0.dictation.restart() }
        replaceLine()
    }

    /// Nothing more is said. What was said is still reported; `isFinal`: nothing more is to be reported.
    package func close(isFinal: Bool = true) {
        let stream = shared.withLock { shared -> (any RecognitionStream)? in
            shared.isClosing = true
            return isFinal ? shared.stream : nil
        }
        guard isFinal else { return ring() }
        addLine.finish()
        stream?.close()
        shared.withLock { $0.ring }?.finish()
    }

    private func ring() { _ = shared.withLock { $0.ring }?.yield() }

    private func awaitWords(turn: Int, revision: Int) {
        ring()
        after(limits.answering) { [weak self] in self?.giveUp(turn: turn, revision: revision) }
    }

    // MARK: Time

    func after(_ wait: Duration, _ body: @escaping @Sendable () -> Void) {
        Task.detached {
            try? await Task.sleep(for: wait)
            body()
        }
    }

    /// The words have not come in time.
    private func giveUp(turn: Int, revision: Int) {
        guard shared.withLock({ $0.dictation.awaits(turn: turn, revision: revision) }) else { return }
        lose(shared.withLock { $0.line }, "no words within \(limits.answering)", isFinal: true)
    }

    /// Looks whether the stream has been at its present step for too long.
    func checkUp() {
        let now = Instant.monotonic()
        let overdue = shared.withLock { shared -> Int? in
            guard let busy = shared.busy, now - busy.since >= busy.limit else { return nil }
            return shared.line
        }
        if let overdue { lose(overdue, "the recogniser does not come back") }
    }

    /// A line has failed: the next one tries again, or the turn has failed with it.
    func lose(_ line: Int, _ reason: String, isFinal: Bool = false) {
        let lost = shared.withLock { shared -> (turn: Int, report: (@Sendable (Report) async -> Void)?)? in
            guard shared.line == line, let turn = shared.dictation.fail(isFinal: isFinal) else { return nil }
            return (turn, shared.report)
        }
        replaceLine(line)
        guard let lost, let report = lost.report else { return }
        Task.detached { await report(.failed(reason, turn: lost.turn)) }
    }

    private func replaceLine() { replaceLine(shared.withLock { $0.line }) }

    /// Leaves the line behind, if it is still at work, and begins another.
    private func replaceLine(_ old: Int) {
        let (bell, ring) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let left = shared.withLock {
            shared -> (stream: (any RecognitionStream)?, Line, AsyncStream<Void>.Continuation?)? in
            guard shared.line == old else { return nil }
            let left = (shared.stream, Line(number: old + 1, bell: bell), shared.ring)
            (shared.line, shared.stream, shared.busy, shared.ring) = (old + 1, nil, nil, ring)
            return left
        }
        guard let (stream, line, oldRing) = left else { return }
        oldRing?.finish()
        stream?.close()
        ring.yield()
        addLine.yield(line)
    }

    // MARK: The task

    /// Listens until `close`.
    package func run(_ report: @escaping @Sendable (Report) async -> Void) async {
        shared.withLock { $0.report = report }
        for await line in lines {
            // A stream that never comes back is left behind with its task.
            Task { await serve(line, report) }
        }
    }

    /// Nothing is left to be done, and nothing will come.
    func end() { addLine.finish() }
}
