import DequeModule

/// The numbers of what we send reliably, and what may have to be sent again when a session is resumed.
///
/// Keeps what the channel has not seen acknowledged, as `trim` is told, and at most `capacity` bytes: beyond that the
/// oldest are forgotten.
package struct ReliableSender: Sendable {
    private struct Sent: Sendable {
        let sequence: UInt32
        let bytes: [UInt8]
    }

    private let capacity: Int
    private var sent: Deque<Sent> = []
    /// Bytes of what is kept.
    package private(set) var kept = 0
    /// The number of the next packet; a session's first is 1.
    package private(set) var next: UInt32 = 1

    /// - Parameter capacity: bytes; the channel itself accepts no more than 2 MiB.
    package init(capacity: Int = 2 << 20) {
        self.capacity = capacity
    }

    /// Notes that the packet numbered `next` was sent.
    package mutating func record(_ bytes: [UInt8]) {
        sent.append(Sent(sequence: next, bytes: bytes))
        kept += bytes.count
        next &+= 1
        while kept > capacity { dropOldest() }
    }

    /// Forgets what was acknowledged: everything but the newest packets that make up the `waiting` bytes.
    package mutating func trim(waiting: Int) {
        while let oldest = sent.first, kept - oldest.bytes.count >= waiting { dropOldest() }
    }

    /// The packets above that number, oldest first; those up to it have arrived and are forgotten.
    package mutating func packets(after sequence: UInt32) -> [[UInt8]] {
        while let oldest = sent.first, oldest.sequence <= sequence { dropOldest() }
        return sent.map(\.bytes)
    }

    private mutating func dropOldest() {
        guard let oldest = sent.popFirst() else { return }
        kept -= oldest.bytes.count
    }
}
