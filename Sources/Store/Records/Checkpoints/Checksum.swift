/// FNV-1a over 64 bits: tells whether bytes that come back are those that were stored. No protection against intent.
enum Checksum {
    static func of(_ bytes: [UInt8]) -> Int {
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return Int(bitPattern: UInt(hash))
    }
}
