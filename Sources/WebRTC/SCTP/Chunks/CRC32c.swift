/// The checksum of SCTP packets: CRC-32c, Castagnoli's polynomial, reflected (RFC 9260, appendix A).
package enum CRC32c {
    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { remainder, _ in
            remainder & 1 == 1 ? remainder >> 1 ^ 0x82F6_3B78 : remainder >> 1
        }
    }

    /// The checksum of `bytes`. In a packet it is stored least significant byte first.
    package static func checksum(_ bytes: [UInt8]) -> UInt32 {
        let table = table
        var remainder: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            remainder = table[Int(UInt8(truncatingIfNeeded: remainder) ^ byte)] ^ remainder >> 8
        }
        return ~remainder
    }
}
