import Document

/// FNV-1a as a number that databases have: tells whether bytes that come back are those that were stored. No protection against intent.
enum Checksum {
    static func of(_ bytes: [UInt8]) -> Int {
        Int(bitPattern: UInt(FNV1a.hash(bytes)))
    }
}
