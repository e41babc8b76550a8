import FoundationEssentials
import Store
import Synchronization

/// A store that keeps its callers waiting until it is released, and fails where it is told to.
final class ScriptedCheckpointStore: CheckpointStore {
    private struct State {
        var isHeld: Bool
        var started = 0
        var running = 0
        var most = 0
        var saved: [StoredCheckpoint] = []
        var held: [CheckedContinuation<Void, Never>] = []
        var watchers: [(count: Int, CheckedContinuation<Void, Never>)] = []
    }

    private let state: Mutex<State>
    private let failing: Set<Int>

    init(isHeld: Bool = false, failing: Set<Int> = []) {
        state = Mutex(State(isHeld: isHeld))
        self.failing = failing
    }

    var saved: [StoredCheckpoint] { state.withLock { $0.saved } }
    /// The most writes that were under way at one time.
    var mostAtOnce: Int { state.withLock { $0.most } }

    /// Returns when so many writes have begun.
    func reached(_ count: Int) async {
        await withCheckedContinuation { watcher in
            let isOver = state.withLock { state in
                if state.started < count { state.watchers.append((count, watcher)) }
                return state.started >= count
            }
            if isOver { watcher.resume() }
        }
    }

    /// Lets everybody go, from now on.
    func release() {
        let held = state.withLock { state in
            state.isHeld = false
            defer { state.held = [] }
            return state.held
        }
        for caller in held { caller.resume() }
    }

    func save(_ checkpoint: StoredCheckpoint) async throws(StoreError) {
        await enter()
        let fails = failing.contains(checkpoint.sequence)
        state.withLock { state in
            state.running -= 1
            if !fails { state.saved.append(checkpoint) }
        }
        if fails { throw .unavailable("scripted") }
    }

    private func enter() async {
        await withCheckedContinuation { caller in
            let (isHeld, watchers) = state.withLock { state in
                state.started += 1
                state.running += 1
                state.most = max(state.most, state.running)
                if state.isHeld { state.held.append(caller) }
                let told = state.watchers.filter { $0.count <= state.started }
                state.watchers.removeAll { $0.count <= state.started }
                return (state.isHeld, told.map(\.1))
            }
            for watcher in watchers { watcher.resume() }
            if !isHeld { caller.resume() }
        }
    }

    func latest(of session: String) -> StoredCheckpoint? { saved.last }
    func checkpoint(_ sequence: Int, of session: String) -> StoredCheckpoint? {
        saved.first { $0.sequence == sequence }
    }
    func history(of session: String, before sequence: Int?, limit: Int) -> [StoredCheckpoint] { [] }
    func prune(_ session: String, keeping count: Int) {}
    func expire(before time: Date) {}

    func remove(_ session: String) {}
}
