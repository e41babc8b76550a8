/// The packets sent last, for those who ask again. Holds 512; the oldest gives way.
struct SentPackets: Sendable {
    private struct Slot: Sendable {
        let packet: RTPPacket
        var repeats = 0
    }

    /// At fifty packets a second this is ten seconds: longer than any receiver waits.
    static let capacity = 512
    /// One packet is repeated no more often than this, so that a flood of requests cannot become a flood of media.
    static let repeatLimit = 8

    private var slots: [Slot?] = []

    mutating func store(_ packet: RTPPacket) {
        if slots.isEmpty { slots = Array(repeating: nil, count: Self.capacity) }
        slots[Int(packet.sequenceNumber) % Self.capacity] = Slot(packet: packet)
    }

    /// The packet with this number, unless it was never sent, gave way, or was repeated too often.
    mutating func takeRepeat(of sequenceNumber: UInt16) -> RTPPacket? {
        let index = Int(sequenceNumber) % Self.capacity
        guard !slots.isEmpty, let slot = slots[index], slot.packet.sequenceNumber == sequenceNumber,
            slot.repeats < Self.repeatLimit
        else { return nil }
        slots[index]?.repeats += 1
        return slot.packet
    }
}
