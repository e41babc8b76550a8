/// A certificate's hash as a session description carries it (RFC 8122, section 5): `sha-256 4A:AD:…`.
package struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
    /// The hash functions accepted here. MD5 is forbidden by RFC 8122; SHA-1 is left out for the same reason.
    package enum Algorithm: String, Hashable, Sendable, CaseIterable {
        case sha256 = "sha-256"
        case sha384 = "sha-384"
        case sha512 = "sha-512"

        /// Bytes of the hash.
        package var length: Int {
            switch self {
            case .sha256: 32
            case .sha384: 48
            case .sha512: 64
            }
        }
    }

    package let algorithm: Algorithm
    package let bytes: [UInt8]

    init(algorithm: Algorithm, bytes: [UInt8]) {
        self.algorithm = algorithm
        self.bytes = bytes
    }

    /// From the value of `a=fingerprint`. Either case is accepted, as the RFC's successors ask.
    /// `nil` for an unknown hash function, a wrong length or anything that is not hexadecimal.
    package init?(_ sdpValue: String) {
        let parts = sdpValue.split(separator: " ")
        guard parts.count == 2, let algorithm = Algorithm(rawValue: parts[0].lowercased()) else { return nil }
        let octets = parts[1].split(separator: ":", omittingEmptySubsequences: false)
        guard octets.count == algorithm.length else { return nil }
        var bytes: [UInt8] = []
        for octet in octets {
            guard octet.count == 2, octet.allSatisfy(\.isHexDigit), let byte = UInt8(octet, radix: 16) else {
                return nil
            }
            bytes.append(byte)
        }
        self.init(algorithm: algorithm, bytes: bytes)
    }

    /// The value of `a=fingerprint`.
    package var description: String {
        let digits = Array("0123456789ABCDEF".unicodeScalars)
        var text = algorithm.rawValue
        for (index, byte) in bytes.enumerated() {
            text.unicodeScalars.append(index == 0 ? " " : ":")
            text.unicodeScalars.append(digits[Int(byte >> 4)])
            text.unicodeScalars.append(digits[Int(byte & 0xF)])
        }
        return text
    }
}
