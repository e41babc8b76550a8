import Conversation
import FoundationEssentials
import Store
import Synchronization

/// Writes a session's state and summary to the store, behind its host's back: in order, the newest of what waits, one write
/// at a time.
///
/// A store that fails costs a snapshot, not the turn: the next write brings it up to date.
final class SessionShelf: Sendable {
    private struct Entry: Sendable {
        /// `nil`: nothing was said yet.
        let state: ConversationState?
        let summary: SessionSummary
    }

    private struct State {
        var waiting: Entry?
        var writer: Task<Void, Never>?
    }

    private let store: any SessionStore
    private let clock: @Sendable () -> Date
    private let state = Mutex(State())

    init(_ store: any SessionStore, clock: @escaping @Sendable () -> Date) {
        self.store = store
        self.clock = clock
    }

    func put(_ conversation: ConversationState?, _ summary: SessionSummary) {
        state.withLock { state in
            state.waiting = Entry(state: conversation ?? state.waiting?.state, summary: summary)
            guard state.writer == nil else { return }
            state.writer = Task { await self.write() }
        }
    }

    /// Returns when everything that was put before is written, or could not be.
    func flush() async {
        await state.withLock { $0.writer }?.value
    }

    private func write() async {
        while let entry = next() {
            if let state = entry.state { try? await store.save(state, now: clock()) }
            try? await store.save(entry.summary, now: clock())
        }
    }

    private func next() -> Entry? {
        state.withLock { state in
            defer { state.waiting = nil }
            if state.waiting == nil { state.writer = nil }
            return state.waiting
        }
    }
}
