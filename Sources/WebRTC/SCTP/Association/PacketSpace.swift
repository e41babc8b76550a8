/// A packet under construction, and the room left in it.
struct PacketSpace: Sendable {
    private(set) var chunks: [Chunk] = []
    /// Bytes left.
    private(set) var space: Int

    init(size: Int) {
        space = size - SCTPPacket.headerSize
    }

    /// Adds the chunk when it fits, or when the packet is empty and it could fit nowhere better.
    mutating func add(_ chunk: Chunk) -> Bool {
        guard chunk.size <= space || chunks.isEmpty else { return false }
        addAlways(chunk)
        return true
    }

    mutating func addAlways(_ chunk: Chunk) {
        space -= chunk.size
        chunks.append(chunk)
    }
}
