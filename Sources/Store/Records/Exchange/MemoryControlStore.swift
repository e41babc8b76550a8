package import FoundationEssentials
import Synchronization

/// The controls of one process's sessions.
///
/// Bounded: beyond `capacity` sessions the one written longest ago gives way.
package final class MemoryControlStore: ControlStore {
    private struct Entry {
        var control: Data
        var epoch: Int
        var written: Int
    }

    private struct State {
        var entries: [String: Entry] = [:]
        var writes = 0
    }

    private let state = Mutex(State())
    private let capacity: Int

    package init(capacity: Int = 10_000) {
        self.capacity = max(1, capacity)
    }

    package func save(_ control: Data, of session: String, epoch: Int) throws(StoreError) {
        let isKept = state.withLock { state in
            if let known = state.entries[session], known.epoch > epoch { return false }
            state.writes += 1
            state.entries[session] = Entry(control: control, epoch: epoch, written: state.writes)
            if state.entries.count > capacity,
                let oldest = state.entries.min(by: { $0.value.written < $1.value.written })
            {
                state.entries[oldest.key] = nil
            }
            return true
        }
        guard isKept else { throw .conflict("a control") }
    }

    package func control(of session: String) -> Data? {
        state.withLock { $0.entries[session]?.control }
    }
}
