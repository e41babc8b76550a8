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
    }

    let events: AsyncStream<SessionControl.Event>
    private let continuation: AsyncStream<SessionControl.Event>.Continuation
    private let state = Mutex(State())

    init(capacity: Int) {
        (events, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(capacity))
    }

    func post(_ event: SessionControl.Event) {
        if case .dropped = continuation.yield(event) {
            state.withLock { state in
                state.dropped += 1
                if case .ended = event { state.isEnded = true }
            }
        }
    }

    /// Posts when there is room; `false` when the inbox is closed.
    func postWaiting(_ event: SessionControl.Event) async -> Bool {
        while !Task.isCancelled {
            switch continuation.yield(event) {
            case .enqueued: return true
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
            defer { state = State() }
            return (state.dropped, state.isEnded)
        }
    }
}
