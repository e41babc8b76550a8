import Timing
import Wire

/// The server's leave to exchange datagrams with one IP address (RFC 8656, section 9).
struct Permission: Sendable {
    var state = State.asked
    /// When it is renewed, or a refusal forgotten; `nil` while it is asked for.
    var due: Instant?
    var lastUsed: Instant
    /// Datagrams that wait for it, oldest first; the oldest gives way, since checks are sent again.
    private(set) var waiting: [RelayedDatagram] = []

    private static let waitingLimit = 8

    enum State: Hashable, Sendable {
        case asked
        case granted
        case refused
    }

    init(now: Instant) {
        lastUsed = now
    }

    /// Keeps a datagram for later. Returns whether an older one gave way.
    mutating func hold(_ datagram: RelayedDatagram) -> Bool {
        let isFull = waiting.count == Self.waitingLimit
        if isFull { waiting.removeFirst() }
        waiting.append(datagram)
        return isFull
    }

    mutating func release() -> [RelayedDatagram] {
        defer { waiting = [] }
        return waiting
    }
}
