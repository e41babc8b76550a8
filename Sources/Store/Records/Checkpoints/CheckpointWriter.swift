import Synchronization

/// Writes checkpoints behind the caller's back: whoever has one hands it over and goes on.
///
/// Of each session one write is under way at a time; what is handed over meanwhile waits, and only the newest of it is
/// written, so at most two checkpoints of a session are held. When `sessions` sessions have something to write, a
/// checkpoint of another one is dropped and reported; its next one will do.
///
/// A store that fails is reported. One that does not answer in time is reported once, and its session's newest checkpoint
/// waits for it; nobody else does.
package final class CheckpointWriter: Sendable {
    /// A session with a write under way.
    private struct Line {
        /// The one that is being written.
        var current: Int
        var next: StoredCheckpoint?
        /// Whether the write takes longer than it may.
        var isLate = false
    }

    private struct State {
        var lines: [String: Line] = [:]
        var flushers: [CheckedContinuation<Void, Never>] = []

        var isSettled: Bool { lines.values.allSatisfy(\.isLate) }

        /// Those who may go on now.
        mutating func takeFlushers() -> [CheckedContinuation<Void, Never>] {
            guard isSettled else { return [] }
            defer { flushers = [] }
            return flushers
        }
    }

    private let state = Mutex(State())
    private let store: any CheckpointStore
    private let keeping: Int?
    private let sessions: Int
    private let patience: @Sendable () async -> Void
    private let report: @Sendable (CheckpointLoss) -> Void

    /// - Parameters:
    ///   - keeping: How many checkpoints of a session stay in the store; `nil` for all of them.
    ///   - patience: Returns when a write has taken too long.
    ///   - report: Called for each checkpoint that was not written, or not in time.
    package init(
        _ store: any CheckpointStore, keeping: Int? = 64, sessions: Int = 10_000,
        patience: @escaping @Sendable () async -> Void = { try? await Task.sleep(for: .seconds(5)) },
        report: @escaping @Sendable (CheckpointLoss) -> Void
    ) {
        self.store = store
        self.keeping = keeping
        self.sessions = sessions
        self.patience = patience
        self.report = report
    }

    /// Takes a checkpoint to be written and returns at once. One that is older than what waits already is no news.
    package func submit(_ checkpoint: StoredCheckpoint) {
        enum Place { case begins, waits, isRefused }
        let place = state.withLock { state -> Place in
            if let line = state.lines[checkpoint.session] {
                if checkpoint.sequence > line.next?.sequence ?? 0 {
                    state.lines[checkpoint.session]?.next = checkpoint
                }
                return .waits
            }
            guard state.lines.count < sessions else { return .isRefused }
            state.lines[checkpoint.session] = Line(current: checkpoint.sequence)
            return .begins
        }
        switch place {
        case .waits: break
        case .begins: Task { await write(checkpoint) }
        case .isRefused: lose(checkpoint, .full("the queue of checkpoints"))
        }
    }

    /// Returns when everything submitted before has been written or reported.
    package func flush() async {
        await withCheckedContinuation { flusher in
            let isSettled = state.withLock { state in
                if !state.isSettled { state.flushers.append(flusher) }
                return state.isSettled
            }
            if isSettled { flusher.resume() }
        }
    }

    /// Writes a session's checkpoints until none waits.
    private func write(_ first: StoredCheckpoint) async {
        var next: StoredCheckpoint? = first
        while let checkpoint = next {
            let watch = Task {
                await patience()
                if !Task.isCancelled { overdue(checkpoint) }
            }
            do throws(StoreError) {
                try await store.save(checkpoint)
                if isLast(checkpoint), let keeping, checkpoint.sequence > keeping {
                    try await store.prune(checkpoint.session, keeping: keeping)
                }
            } catch {
                lose(checkpoint, error)
            }
            watch.cancel()
            next = finished(checkpoint.session)
        }
    }

    /// Whether nothing newer waits.
    private func isLast(_ checkpoint: StoredCheckpoint) -> Bool {
        state.withLock { $0.lines[checkpoint.session]?.next == nil }
    }

    /// What the session wants written next.
    private func finished(_ session: String) -> StoredCheckpoint? {
        let (next, flushers) = state.withLock { state in
            let next = state.lines[session]?.next
            state.lines[session] = next.map { Line(current: $0.sequence) }
            return (next, state.takeFlushers())
        }
        for flusher in flushers { flusher.resume() }
        return next
    }

    private func overdue(_ checkpoint: StoredCheckpoint) {
        let flushers = state.withLock { state -> [CheckedContinuation<Void, Never>]? in
            guard state.lines[checkpoint.session]?.current == checkpoint.sequence else { return nil }
            state.lines[checkpoint.session]?.isLate = true
            return state.takeFlushers()
        }
        guard let flushers else { return }
        lose(checkpoint, .unavailable("a checkpoint is not written in time"))
        for flusher in flushers { flusher.resume() }
    }

    private func lose(_ checkpoint: StoredCheckpoint, _ error: StoreError) {
        report(CheckpointLoss(session: checkpoint.session, sequence: checkpoint.sequence, error: error))
    }
}
