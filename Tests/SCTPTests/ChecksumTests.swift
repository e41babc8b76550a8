import Testing

@testable import SCTP

@Suite("CRC-32c") struct ChecksumTests {
    @Test(
        "the vectors of RFC 3720, appendix B.4, hold",
        arguments: [
            (Array(repeating: 0, count: 32), 0x8A91_36AA), (Array(repeating: 0xFF, count: 32), 0x62A8_AB43),
            (Array(0...31), 0x46DD_794E), (Array("123456789".utf8), 0xE306_9283),
        ] as [([UInt8], UInt32)])
    func vectors(_ bytes: [UInt8], _ checksum: UInt32) {
        #expect(CRC32c.checksum(bytes) == checksum)
    }

    @Test("a packet with any one bit turned is dropped")
    func oneBit() {
        let packet = SCTPPacket(port: 5000, verificationTag: 1, chunks: [.cookieAck]).serialized()
        #expect(SCTPPacket(packet) != nil)
        for bit in 0..<(packet.count * 8) {
            var turned = packet
            turned[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(SCTPPacket(turned) == nil)
        }
    }
}
