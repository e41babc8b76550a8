package import Engine
package import FoundationEssentials
import Synchronization

/// The ledger of one process: what it holds is gone with it.
///
/// Bounded: `capacity` calls. When it is full the oldest settled reading call gives way; a writing call is never
/// forgotten, so a ledger full of them throws `full`.
package final class MemoryToolLedgerStore: ToolLedgerStore {
    private struct Entry {
        var call: ToolCall
        let session: String
        let number: Int
    }

    private struct State {
        var entries: [String: Entry] = [:]
        var begun = 0
    }

    private let state = Mutex(State())
    private let capacity: Int

    package init(capacity: Int = 10_000) {
        self.capacity = max(1, capacity)
    }

    package func begin(_ call: ToolCall, of session: String, at now: Date) throws(StoreError) -> ToolStart {
        try call.validate(session: session)
        return try state.withLock { state throws(StoreError) in
            if let known = state.entries[call.id]?.call {
                guard known.asksTheSame(as: call) else { throw StoreError(.differentCall(id: call.id)) }
                guard let again = known.beginning(at: now) else { return .known(known) }
                state.entries[call.id]?.call = again
                return .run(again)
            }
            guard let begun = call.beginning(at: now) else { throw StoreError(.unknownCall(id: call.id)) }
            try makeRoom(&state)
            state.begun += 1
            state.entries[call.id] = Entry(call: begun, session: session, number: state.begun)
            return .run(begun)
        }
    }

    @discardableResult
    package func finish(_ id: String, _ change: ToolChange, at now: Date) throws(StoreError) -> ToolCall {
        try state.withLock { state throws(StoreError) in
            guard let call = state.entries[id]?.call else { throw StoreError(.unknownCall(id: id)) }
            let changed = try call.changed(change, at: now)
            state.entries[id]?.call = changed
            return changed
        }
    }

    package func call(_ id: String) -> ToolCall? {
        state.withLock { $0.entries[id]?.call }
    }

    package func calls(of session: String) -> [ToolCall] {
        let entries = state.withLock { $0.entries.values.filter { $0.session == session } }
        return entries.sorted { $0.number < $1.number }.suffix(ledgerPage).map(\.call)
    }

    @discardableResult
    package func recover(_ session: String) -> [ToolCall] {
        state.withLock { state in
            let running = state.entries.values.filter { $0.session == session && $0.call.state == .running }
            let lost = running.sorted { $0.number < $1.number }.compactMap {
                try? $0.call.applying(.lose, at: .distantPast)
            }
            for call in lost { state.entries[call.id]?.call = call }
            return lost
        }
    }

    private func makeRoom(_ state: inout State) throws(StoreError) {
        guard state.entries.count >= capacity else { return }
        let settled = state.entries.values.filter { !$0.call.isWriting && $0.call.isSettled }
        guard let oldest = settled.min(by: { $0.number < $1.number }) else { throw .full("the ledger") }
        state.entries[oldest.call.id] = nil
    }
}
