import DequeModule

/// Numbered packets that a guest was sent lately, oldest first; the oldest go when there are too many bytes.
struct RecentData {
    struct Packet {
        let publisherSID: String
        let sequence: UInt32
        let bytes: [UInt8]
    }

    /// As much as LiveKit's server keeps.
    private static let limit = 100_000

    private(set) var packets: Deque<Packet> = []
    private var bytes = 0

    mutating func append(_ packet: Packet) {
        packets.append(packet)
        bytes += packet.bytes.count
        while bytes > Self.limit, let oldest = packets.popFirst() { bytes -= oldest.bytes.count }
    }
}
