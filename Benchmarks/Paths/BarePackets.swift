/// Packets in one block of memory, each with room to grow by a tag.
@safe final class BarePackets {
    /// Bytes for each packet.
    static let room = 1500

    let count: Int
    private let bytes: UnsafeMutablePointer<UInt8>
    private var lengths: [Int]

    init(count: Int) {
        self.count = count
        unsafe bytes = .allocate(capacity: count * Self.room)
        unsafe bytes.initialize(repeating: 0, count: count * Self.room)
        lengths = [Int](repeating: 0, count: count)
    }

    deinit { unsafe bytes.deallocate() }

    @unsafe func pointer(_ index: Int) -> UnsafeMutablePointer<UInt8> { unsafe bytes + index * Self.room }

    func length(_ index: Int) -> Int { lengths[index] }

    func set(_ index: Int, to packet: [UInt8]) {
        precondition(packet.count <= Self.room - 32, "a packet fits its place")
        for (offset, byte) in packet.enumerated() { unsafe bytes[index * Self.room + offset] = byte }
        lengths[index] = packet.count
    }

    func protect(with protection: BareProtection) {
        for index in 0..<count {
            lengths[index] = unsafe protection.protect(pointer(index), length: lengths[index])
        }
    }
}
