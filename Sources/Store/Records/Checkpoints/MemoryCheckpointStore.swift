package import FoundationEssentials
import Synchronization

/// Checkpoints of this process.
///
/// Bounds: `capacity` checkpoints a session (the oldest gives way) and `sessions` sessions (the one written longest ago
/// gives way).
package final class MemoryCheckpointStore: CheckpointStore {
    private struct Line {
        /// By sequence, ascending.
        var checkpoints: [StoredCheckpoint] = []
        var written = 0
    }

    private struct State {
        var lines: [String: Line] = [:]
        var writes = 0
    }

    private let state = Mutex(State())
    private let capacity: Int
    private let sessions: Int

    package init(capacity: Int = 64, sessions: Int = 10_000) {
        self.capacity = max(1, capacity)
        self.sessions = max(1, sessions)
    }

    package func save(_ checkpoint: StoredCheckpoint) throws(StoreError) {
        try checkpoint.validate(limit: checkpointLimit)
        let isKept = state.withLock { insert(checkpoint, &$0) }
        guard isKept else {
            throw .conflict(StoredCheckpoint.name(checkpoint.sequence, of: checkpoint.session))
        }
    }

    package func latest(of session: String) -> StoredCheckpoint? {
        state.withLock { $0.lines[session]?.checkpoints.last }
    }

    package func checkpoint(_ sequence: Int, of session: String) -> StoredCheckpoint? {
        state.withLock { $0.lines[session]?.checkpoints.last { $0.sequence == sequence } }
    }

    package func history(of session: String, before sequence: Int?, limit: Int) -> [StoredCheckpoint] {
        state.withLock { state in
            let line = state.lines[session]?.checkpoints ?? []
            return Array(
                line.reversed().filter { $0.sequence < sequence ?? .max }.prefix(max(0, min(limit, checkpointPage))))
        }
    }

    package func prune(_ session: String, keeping count: Int) {
        state.withLock { state in
            guard let held = state.lines[session]?.checkpoints.count, held > count else { return }
            state.lines[session]?.checkpoints.removeFirst(held - max(count, 0))
        }
    }

    package func expire(before time: Date) {
        state.withLock { state in
            state.lines = state.lines.filter { line in line.value.checkpoints.last.map { $0.at >= time } ?? false }
        }
    }

    package func remove(_ session: String) {
        state.withLock { _ = $0.lines.removeValue(forKey: session) }
    }

    /// `false` when the number holds another checkpoint.
    private func insert(_ checkpoint: StoredCheckpoint, _ state: inout State) -> Bool {
        state.writes += 1
        // Taken out while it changes, so that its array is not copied.
        var line = state.lines.removeValue(forKey: checkpoint.session) ?? Line()
        defer {
            state.lines[checkpoint.session] = line
            if state.lines.count > sessions, let oldest = state.lines.min(by: { $0.value.written < $1.value.written }) {
                state.lines[oldest.key] = nil
            }
        }
        line.written = state.writes
        if let known = line.checkpoints.last(where: { $0.sequence == checkpoint.sequence }) {
            return known.isSame(as: checkpoint)
        }
        let place = line.checkpoints.lastIndex { $0.sequence < checkpoint.sequence }.map { $0 + 1 } ?? 0
        line.checkpoints.insert(checkpoint, at: place)
        if line.checkpoints.count > capacity { line.checkpoints.removeFirst() }
        return true
    }
}
