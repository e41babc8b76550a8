import DequeModule

/// Reliable packets that a guest cannot take yet, oldest first.
///
/// Before its channels are open the oldest go when there are too many: who comes late has missed the beginning. Later
/// nothing may be lost, so that an overflow ends the session.
struct ReliableQueue {
    /// Packets, and bytes.
    private static let limit = (packets: 1000, bytes: 2 << 20)

    private var packets: Deque<[UInt8]> = []
    private var bytes = 0

    var isEmpty: Bool { packets.isEmpty }
    var first: [UInt8]? { packets.first }

    /// Whether it has grown beyond what a guest that reads would leave waiting.
    var isOverfull: Bool { packets.count > Self.limit.packets || bytes > Self.limit.bytes }

    mutating func append(_ packet: [UInt8]) {
        packets.append(packet)
        bytes += packet.count
    }

    mutating func removeFirst() {
        bytes -= packets.popFirst()?.count ?? 0
    }

    /// Makes room by dropping the oldest.
    mutating func shorten() {
        while isOverfull { removeFirst() }
    }
}
