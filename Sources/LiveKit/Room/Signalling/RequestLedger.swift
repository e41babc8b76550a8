import Contract
import DequeModule
import Timing

/// Requests to the server that wait: for a connection, or for an answer.
struct RequestLedger {
    /// Requests kept while nobody listens; more are dropped, the newest first.
    static let queueLimit = 256
    /// Requests whose answers are awaited; of more, the oldest counts as unanswered.
    static let pendingLimit = 64

    private var queue: [Livekit_SignalRequest.OneOf_Message] = []
    private var pending: Deque<(id: UInt32, deadline: Instant)> = []
    private var lastID: UInt32 = 0

    /// When the oldest pending request has waited too long.
    var deadline: Instant? { pending.first?.deadline }

    // MARK: For a connection

    /// Whether there was room.
    mutating func enqueue(_ message: Livekit_SignalRequest.OneOf_Message) -> Bool {
        guard queue.count < Self.queueLimit else { return false }
        queue.append(message)
        return true
    }

    mutating func takeQueue() -> [Livekit_SignalRequest.OneOf_Message] {
        defer { queue = [] }
        return queue
    }

    /// A new session has other track ids, and learns what is muted when the tracks are published again.
    mutating func dropWhatNeedsTheSession() {
        queue.removeAll { if case .mute = $0 { true } else { false } }
    }

    // MARK: For an answer

    /// The id of the next request, never zero: zero is what a request without an id has.
    /// - Returns: with it, the request that is given up to make room.
    mutating func begin(deadline: Instant) -> (id: UInt32, givenUp: UInt32?) {
        let givenUp = pending.count < Self.pendingLimit ? nil : pending.popFirst()?.id
        lastID = lastID == .max ? 1 : lastID + 1
        pending.append((lastID, deadline))
        return (lastID, givenUp)
    }

    /// Whether the answer was awaited.
    mutating func end(_ id: UInt32) -> Bool {
        guard let index = pending.firstIndex(where: { $0.id == id }) else { return false }
        pending.remove(at: index)
        return true
    }

    mutating func expire(now: Instant) -> [UInt32] {
        var expired: [UInt32] = []
        while let first = pending.first, first.deadline <= now {
            expired.append(first.id)
            pending.removeFirst()
        }
        return expired
    }
}
