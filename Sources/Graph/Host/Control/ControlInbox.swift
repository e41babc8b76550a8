import Supervision
import Synchronization

/// What a desk has yet to handle, in the order told.
///
/// Bounded: beyond `capacity` events what comes is dropped and counted; the end of the session is not, and commands are
/// told when there is room.
final class ControlInbox: Sendable {
    private struct State {
        var dropped = 0
        var isEnded = false
        /// Events that were taken in.
        var taken = 0
    }

    let events: AsyncStream<SessionControl.Event>
    private let continuation: AsyncStream<SessionControl.Event>.Continuation
    private let state = Mutex(State())

    init(capacity: Int) {
        (events, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(capacity))
    }

    func post(_ event: SessionControl.Event) {
        let result = continuation.yield(event)
        state.withLock { state in
            switch result {
            case .enqueued: state.taken += 1
            case .dropped:
                state.dropped += 1
                if case .ended = event { state.isEnded = true }
            default: break
            }
        }
    }

    /// How many events were taken in by now.
    var count: Int { state.withLock(\.taken) }

    /// Posts when there is room; `false` when the inbox is closed.
    func postWaiting(_ event: SessionControl.Event) async -> Bool {
        while !Task.isCancelled {
            switch continuation.yield(event) {
            case .enqueued:
                state.withLock { $0.taken += 1 }
                return true
            case .terminated: return false
            default: try? await Task.sleep(for: .milliseconds(20))
            }
        }
        return false
    }

    func close() {
        continuation.finish()
    }

    /// How many events were dropped since the last look, and whether the end was among them.
    func takeLoss() -> (dropped: Int, hasEnded: Bool) {
        state.withLock { state in
            defer { (state.dropped, state.isEnded) = (0, false) }
            return (state.dropped, state.isEnded)
        }
    }
}
