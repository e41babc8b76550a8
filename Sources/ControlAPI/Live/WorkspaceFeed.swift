import DequeModule
import Feeds
import Store
import Supervision
import Synchronization

/// The feed of everything in a workspace: asks for each event who may see it, remembers the last ones, and lets feeds that come back
/// go on behind the frame they saw last.
final class WorkspaceFeed: Sendable {
    private enum Item: Sendable {
        case frame(SharedFrame)
        case join(FeedOutbox, Scope, after: Int?)
    }

    private struct State {
        var viewers: [ObjectIdentifier: (outbox: FeedOutbox, scope: Scope)] = [:]
        var recent: Deque<SharedFrame> = []
        /// Frames did not fit, or the log could not be followed.
        var isTorn = false
    }

    private let origin: String
    private let sight: FeedSight
    private let items = AsyncStream<Item>.makeStream(bufferingPolicy: .bufferingOldest(FeedHub.backlog))
    private let state = Mutex(State())

    init(origin: String, sight: FeedSight) {
        self.origin = origin
        self.sight = sight
    }

    /// Works until the task is cancelled.
    func run() async {
        for await item in items.stream {
            switch item {
            case .frame(let frame): await show(frame)
            case .join(let outbox, let scope, let after): await join(outbox, scope, after)
            }
            mend()
        }
    }

    func announce(_ frame: SharedFrame) {
        if case .dropped = items.continuation.yield(.frame(frame)) { interrupted() }
    }

    /// Events were missed: everybody is told to begin anew.
    func interrupted() {
        state.withLock { state in
            state.isTorn = true
            state.recent.removeAll()
        }
    }

    /// Behind which frame a cursor goes on; not resumed when it cannot go on there, and the feed begins anew.
    func place(after text: String?) -> (ordinal: Int?, isResumed: Bool) {
        let cursor = text.flatMap(WorkspaceCursor.init).flatMap { $0.origin == origin ? $0 : nil }
        let isKept = state.withLock { state in
            guard let cursor, let oldest = state.recent.first?.place?.ordinal else { return cursor?.ordinal == 0 }
            return cursor.ordinal >= oldest - 1
        }
        let after = isKept ? cursor?.ordinal : nil
        return (after, text == nil || after != nil)
    }

    /// Lets a feed in, behind a frame. It was greeted before: what it missed may come at once.
    func enter(_ outbox: FeedOutbox, _ scope: Scope, after ordinal: Int?) {
        if case .dropped = items.continuation.yield(.join(outbox, scope, after: ordinal)) { outbox.end(.tooSlow) }
    }

    func leave(_ outbox: FeedOutbox) {
        state.withLock { $0.viewers[ObjectIdentifier(outbox)] = nil }
    }

    var count: Int { state.withLock { $0.viewers.count } }

    /// Where a feed stands that begins now.
    var cursor: WorkspaceCursor {
        WorkspaceCursor(origin: origin, ordinal: state.withLock { $0.recent.last?.place?.ordinal ?? 0 })
    }

    private func show(_ frame: SharedFrame) async {
        let viewers = state.withLock { state in
            state.recent.append(frame)
            if state.recent.count > FeedHub.memory { state.recent.removeFirst() }
            return Array(state.viewers.values)
        }
        for (outbox, scope) in viewers where await isVisible(frame, scope) { outbox.announceWorkspace(frame) }
    }

    private func join(_ outbox: FeedOutbox, _ scope: Scope, _ after: Int?) async {
        let missed = state.withLock { state in
            after.map { after in state.recent.filter { ($0.place?.ordinal ?? 0) > after } } ?? []
        }
        for frame in missed where await isVisible(frame, scope) { outbox.announceWorkspace(frame) }
        state.withLock { state in
            if !outbox.isEnding { state.viewers[ObjectIdentifier(outbox)] = (outbox, scope) }
        }
    }

    private func mend() {
        let torn = state.withLock { state -> [FeedOutbox] in
            guard state.isTorn else { return [] }
            state.isTorn = false
            return state.viewers.values.map(\.outbox)
        }
        for outbox in torn where outbox.opening.profile == .extended {
            outbox.tell(.resync(session: nil, reason: .restarted, next: nil))
        }
    }

    private func isVisible(_ frame: SharedFrame, _ scope: Scope) async -> Bool {
        await sight.shows(frame.event.sessionID, to: scope) ?? false
    }
}
