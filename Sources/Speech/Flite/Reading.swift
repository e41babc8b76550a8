import Synchronization

/// One text being spoken: the clauses left, and where their sound goes.
final class Reading: Sendable {
    struct Clause: Sendable {
        let text: String
        let index: Int
    }

    let continuation: AsyncThrowingStream<SpeechPiece, any Error>.Continuation
    private let clauses: [String]
    private let position = Atomic<Int>(0)
    private let stopped = Atomic<Bool>(false)

    init(_ clauses: [String], _ continuation: AsyncThrowingStream<SpeechPiece, any Error>.Continuation) {
        self.clauses = clauses
        self.continuation = continuation
    }

    /// The next clause to speak; nil at the end or when nobody listens.
    func next() -> Clause? {
        guard !isStopped else { return nil }
        let index = position.wrappingAdd(1, ordering: .relaxed).oldValue
        return index < clauses.count ? Clause(text: clauses[index], index: index) : nil
    }

    func yield(_ samples: [Int16], of clause: Clause, wordEnds: [Int], isLast: Bool) {
        var piece = SpeechPiece(samples: samples, clause: clause.text, index: clause.index, endsClause: isLast)
        piece.wordEnds = wordEnds
        continuation.yield(piece)
    }

    /// Nobody listens any more.
    func stop() { stopped.store(true, ordering: .relaxed) }

    var isStopped: Bool { stopped.load(ordering: .relaxed) }
}
