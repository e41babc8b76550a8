import Feeds
import Foundation
import NIOCore
import Synchronization
import Timing

/// Everything one connection waits for and is told: its queue, its cursors, its timers, and how it ends.
///
/// The hub puts frames in, from its task; the connection takes them out, from its event loop or its own task. Bounds: see
/// `FeedQueue`; when a frame does not fit, the feed ends with `tooSlow` and the client is told from where to go on.
final class FeedOutbox: Sendable {
    /// What is to be done next.
    enum Step {
        case write(Parcel)
        /// Say goodbye; nothing is written after it.
        case close(FeedEnding)
        /// Nothing waits; `wake` is called when something does.
        case rest
    }

    struct State {
        var queue = FeedQueue<Parcel>()
        /// Taken from the queue, but a `gap` goes before it.
        var held: Parcel?
        var subscriptions: [String: FeedSubscription] = [:]
        /// What the client wants of the workspace's feed; `nil`: nothing.
        var workspace: FeedFilter?
        /// Sessions whose log is to be read.
        var unread: [String] = []
        var pulse: FeedPulse
        var pass: FeedPass?
        /// Sessions whose lease the client holds.
        var leases: Set<String> = []
        var ending: FeedEnding?
        var isClosed = false
        /// Whether whoever empties the outbox knows that something waits.
        var isAwake = false
        var wake: (@Sendable () -> Void)?
    }

    let opening: FeedOpening
    let timings: FeedTimings
    private let state: Mutex<State>
    private let reads = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    private let closing = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))

    init(_ opening: FeedOpening, _ timings: FeedTimings) {
        self.opening = opening
        self.timings = timings
        let pulse = FeedPulse(timings, isInteractive: opening.carrier == .socket, now: .monotonic())
        state = Mutex(State(pulse: pulse))
    }

    /// Changes the state, then wakes whoever has to do with it.
    func change<Result>(_ body: (inout State) -> sending Result) -> sending Result {
        let (result, wake, isReading) = state.withLock { state in
            let wasEnding = state.ending != nil
            let result = body(&state)
            let hasWork = !state.queue.isEmpty || state.held != nil || state.ending != nil
            // Whoever waits for a full connection is woken to end it.
            let endsNow = !wasEnding && state.ending != nil
            let wakes = hasWork && (!state.isAwake || endsNow) && !state.isClosed
            if wakes, state.wake != nil { state.isAwake = true }
            return (result, wakes ? state.wake : nil, state.wantsReading)
        }
        wake?()
        if isReading { reads.continuation.yield() }
        return result
    }

    /// `wake` is called whenever something waits and whoever empties the outbox rests.
    func attach(_ wake: @escaping @Sendable () -> Void) {
        change { $0.wake = wake }
    }

    /// The next thing to write. Something must be done with it: it is not kept.
    func next(now: Instant = .monotonic()) -> Step {
        change { state in
            if let parcel = state.take() {
                state.pulse.sent(now: now)
                return .write(parcel)
            }
            if let ending = state.ending, !state.isClosed {
                state.isClosed = true
                return .close(ending)
            }
            state.isAwake = false
            return .rest
        }
    }

    /// Ends the feed. What waits is still sent when the ending is orderly; the first ending counts.
    func end(_ ending: FeedEnding) {
        change { $0.end(ending, opening) }
    }

    /// Nothing can be written any more.
    func closed() {
        change { state in
            state.isClosed = true
            state.ending = state.ending ?? .left
            state.queue.clear()
        }
        closing.continuation.yield()
        closing.continuation.finish()
    }

    /// Waits until goodbye was said, or nothing can be said any more.
    func untilClosed() async {
        for await _ in closing.stream { return }
    }

    /// Yields when a log is to be read and there is room for what is read.
    var readings: AsyncStream<Void> { reads.stream }

    var isEnding: Bool { state.withLock { $0.ending != nil } }
    var pass: FeedPass? { state.withLock { $0.pass } }
    var nextBeat: Instant { state.withLock { $0.pulse.next } }

    /// What waits, for tests and metrics.
    var depth: Int { state.withLock { $0.queue.count } }
}
