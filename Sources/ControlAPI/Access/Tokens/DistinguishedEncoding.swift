/// The few shapes of ASN.1's distinguished encoding rules (X.690) that keys and signatures need.
enum DistinguishedEncoding {
    private enum Tag {
        static let integer: UInt8 = 0x02
        static let bitString: UInt8 = 0x03
        static let null: UInt8 = 0x05
        static let identifier: UInt8 = 0x06
        static let sequence: UInt8 = 0x30
    }

    /// RSA: modulus and exponent, the most significant byte first (RFC 8017, appendix A.1.1).
    static func rsa(modulus: [UInt8], exponent: [UInt8]) -> [UInt8] {
        let encryption: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01]
        return key(
            element(Tag.identifier, encryption) + element(Tag.null, []),
            element(Tag.sequence, integer(modulus) + integer(exponent)))
    }

    /// A point on P-256, each coordinate of 32 bytes (RFC 5480, section 2).
    static func p256(x: [UInt8], y: [UInt8]) -> [UInt8] {
        let elliptic: [UInt8] = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01]
        let curve: [UInt8] = [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07]
        return key(element(Tag.identifier, elliptic) + element(Tag.identifier, curve), [4] + x + y)
    }

    /// Ed25519, of 32 bytes (RFC 8410, section 4).
    static func ed25519(_ x: [UInt8]) -> [UInt8] {
        key(element(Tag.identifier, [0x2B, 0x65, 0x70]), x)
    }

    /// A signature of ECDSA, which tokens have as two numbers of 32 bytes (RFC 7518, section 3.4) and OpenSSL wants as a
    /// sequence; `nil` for any other length.
    static func signature(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count == 64 else { return nil }
        return element(Tag.sequence, integer(Array(bytes[..<32])) + integer(Array(bytes[32...])))
    }

    private static func key(_ algorithm: [UInt8], _ bits: [UInt8]) -> [UInt8] {
        element(Tag.sequence, element(Tag.sequence, algorithm) + element(Tag.bitString, [0] + bits))
    }

    /// A positive number: without leading zeros but the one that keeps it positive.
    private static func integer(_ bytes: [UInt8]) -> [UInt8] {
        var digits = Array(bytes.drop { $0 == 0 })
        if digits.first.map({ $0 >= 0x80 }) ?? true { digits.insert(0, at: 0) }
        return element(Tag.integer, digits)
    }

    private static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        [tag] + length(content.count) + content
    }

    private static func length(_ count: Int) -> [UInt8] {
        guard count >= 0x80 else { return [UInt8(count)] }
        var digits: [UInt8] = []
        var rest = count
        while rest > 0 {
            digits.insert(UInt8(truncatingIfNeeded: rest), at: 0)
            rest >>= 8
        }
        return [0x80 | UInt8(digits.count)] + digits
    }
}
