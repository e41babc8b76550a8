import Feeds
import NIOCore
import Store
import Timing

extension FeedOutbox {
    /// An event of a session that was announced.
    func announce(_ frame: SharedFrame) {
        let session = frame.event.sessionID
        change { state in
            guard state.ending == nil, var subscription = state.subscriptions[session] else { return }
            let verdict = subscription.cursor.announced(frame.event.sequence)
            state.subscriptions[session] = subscription
            switch verdict {
            case .take: put(frame, subscription.filter, &state)
            case .read: state.read(session)
            case .ignore: break
            }
        }
    }

    /// An event of the workspace that the client may see.
    func announceWorkspace(_ frame: SharedFrame) {
        change { state in
            let event = frame.event
            guard state.ending == nil, let filter = state.workspace, state.subscriptions[event.sessionID] == nil,
                filter.admits(event.type, isDocumented: event.isDocumented), state.mayKnow(event)
            else { return }
            state.push(Parcel(.text(frame.bytes(workspaceForm))), kind: frame.kind, opening)
        }
    }

    /// Announcements may have been missed: every log is read again.
    func doubt() {
        change { state in
            for session in state.subscriptions.keys {
                state.subscriptions[session]?.cursor.doubt()
                state.read(session)
            }
        }
    }

    /// A frame of the feed itself. `kind`: it replaces one that waits.
    func tell(_ frame: ServerFrame, id: String? = nil) {
        change { $0.push(frame, id: id, opening) }
    }

    /// The answer to a ping in a frame.
    func pong() {
        let bytes = Self.bytes(.pong, id: nil, opening.carrier)
        change { $0.push(Parcel(.text(bytes)), kind: Conflation(answer: "pong"), opening) }
    }

    /// The answer to a ping of RFC 6455 §5.5.3: of several only the last must be answered.
    func pong(_ bytes: ByteBuffer) {
        change { $0.push(Parcel(.pong(bytes)), kind: Conflation(answer: "control"), opening) }
    }

    /// What was read of a session's log after a cursor: at most `limit` events. Returns the events' number that is lost before
    /// them; the client has to be told how the session stands.
    func deliver(_ page: [LoggedEvent], of session: String, after: Int, limit: Int) -> Int? {
        change { state in
            guard var subscription = state.subscriptions[session], state.ending == nil else { return nil }
            guard subscription.cursor.last == after else {
                state.read(session)
                return nil
            }
            if case .lost(let oldest) = subscription.cursor.read(first: page.first?.sequence) { return oldest }
            var isStopped = false
            for event in page {
                // What fills a hole may still come to the log: it is read once more from there.
                guard event.sequence <= subscription.cursor.last + 1 else {
                    isStopped = true
                    break
                }
                let fits = state.queue.fits(event.text.utf8.count + 256)
                // What does not fit although half is free never will: it is left out, and a gap tells of it.
                guard fits || state.queue.hasRoom else {
                    isStopped = true
                    break
                }
                let isNew = subscription.cursor.took(event.sequence)
                if isNew, fits { put(SharedFrame(event), subscription.filter, &state) }
            }
            let found = subscription.cursor.finished(isFull: isStopped || page.count == limit, isEmpty: page.isEmpty)
            let written = state.subscriptions[session]?.written ?? subscription.written
            subscription.written = max(written, subscription.written)
            state.subscriptions[session] = subscription
            if found == .more { state.read(session) }
            return nil
        }
    }

    /// A session that is to be read, and after which event; `nil` when none is, or when there is no room.
    func reading() -> (session: String, after: Int)? {
        change { state in
            guard state.wantsReading else { return nil }
            let session = state.unread.removeFirst()
            state.subscriptions[session]?.cursor.began()
            return state.subscriptions[session].map { (session, $0.cursor.last) }
        }
    }

    /// Puts an event at the end, if the client wants it, and learns from it what concerns the feed.
    private func put(_ frame: SharedFrame, _ filter: FeedFilter, _ state: inout State) {
        let event = frame.event
        if opening.source != .workspace, frame.isEnd || state.pulse.isOver { state.pulse.over(now: .monotonic()) }
        if event.type == "lease" { state.learn(LeaseNotice(event)) }
        guard let form = sessionForm(event), filter.admits(event.type, isDocumented: event.isDocumented),
            state.mayKnow(event)
        else { return }
        let parcel = Parcel(.text(frame.bytes(form)), place: (event.sessionID, event.sequence))
        state.push(parcel, kind: frame.kind, opening)
    }

    /// How an event of a session is written; `nil` when the profile has none of its type.
    private func sessionForm(_ event: LoggedEvent) -> SharedFrame.Form? {
        switch (opening.carrier, opening.profile, opening.source) {
        case (.events, _, _): .event
        case (.socket, .extended, _): .extended
        case (.socket, .seed, .session): event.isDocumented ? .plain : nil
        case (.socket, .seed, .workspace): .named
        }
    }

    private var workspaceForm: SharedFrame.Form {
        switch (opening.carrier, opening.profile) {
        case (.events, _): .workspaceEvent
        case (.socket, .extended): .workspace
        case (.socket, .seed): .named
        }
    }
}
