import Feeds
import NIOCore
import Store
import Timing

extension FeedOutbox.State {
    /// Whether the client may know of an event of a session that it sees.
    func mayKnow(_ event: LoggedEvent) -> Bool {
        pass.map { event.isShown(to: $0.principal) } ?? false
    }

    /// The next parcel; before one that follows a gap, the frame that tells of it.
    mutating func take() -> Parcel? {
        let parcel = held ?? queue.pop()?.frame
        guard let parcel else { return nil }
        guard let (session, sequence) = parcel.place, let known = subscriptions[session] else {
            held = nil
            return parcel
        }
        if held == nil, known.isWhole, sequence > known.written + 1 {
            held = parcel
            let gap = ServerFrame.gap(session: session, from: known.written + 1, to: sequence - 1)
            return Parcel(.text(ByteBuffer(string: gap.text)))
        }
        held = nil
        subscriptions[session]?.written = max(known.written, sequence)
        return parcel
    }

    /// Puts a parcel at the end; ends the feed when it does not fit.
    mutating func push(_ parcel: Parcel, kind: Conflation? = nil, _ opening: FeedOpening) {
        guard ending == nil else { return }
        if !queue.push(.init(parcel, bytes: parcel.length, kind: kind)) { end(.tooSlow, opening) }
    }

    /// Puts a frame of the feed itself at the end, in the carrier's form.
    mutating func push(_ frame: ServerFrame, id: String? = nil, _ opening: FeedOpening) {
        push(Parcel(.text(FeedOutbox.bytes(frame, id: id, opening.carrier))), opening)
    }

    /// The first ending counts.
    mutating func end(_ ending: FeedEnding, _ opening: FeedOpening) {
        guard self.ending == nil else { return }
        if !ending.isOrderly {
            if ending == .tooSlow { resync(opening) } else { drop() }
        }
        self.ending = ending
    }

    /// Drops what waits and tells the client from where to read it again.
    private mutating func resync(_ opening: FeedOpening) {
        drop()
        guard opening.profile == .extended else { return }
        for (session, subscription) in subscriptions.sorted(by: { $0.key < $1.key }) {
            let next = subscription.written + 1
            push(.resync(session: session, reason: .slow, next: next), opening)
        }
        if workspace != nil { push(.resync(session: nil, reason: .slow, next: nil), opening) }
    }

    private mutating func drop() {
        queue.clear()
        held = nil
    }

    /// Whether a log is to be read and there is room for what is read. A feed that ends reads nothing more.
    var wantsReading: Bool { ending == nil && !unread.isEmpty && queue.hasRoom }

    /// Remembers that a session's log is to be read.
    mutating func read(_ session: String) {
        if !unread.contains(session) { unread.append(session) }
    }
}

extension FeedOutbox {
    /// A frame of the feed itself, as it is carried.
    static func bytes(_ frame: ServerFrame, id: String?, _ carrier: FeedOpening.Carrier) -> ByteBuffer {
        switch (carrier, frame) {
        case (.socket, _): ByteBuffer(string: frame.text)
        case (.events, .heartbeat): ByteBuffer(string: ServerEvent.comment)
        case (.events, _): ByteBuffer(string: ServerEvent(frame.text, type: frame.type, id: id).text)
        }
    }
}
