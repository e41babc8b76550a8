internal import COpenSSL

/// Unkeyed hashes.
package enum Digest {
    /// 32 bytes (FIPS 180-4).
    package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        unsafe hash(EVP_sha256(), bytes)
    }

    /// 20 bytes (FIPS 180-4). Not for signatures: only where a protocol asks for it by name.
    package static func sha1(_ bytes: [UInt8]) -> [UInt8] {
        unsafe hash(EVP_sha1(), bytes)
    }

    /// 16 bytes (RFC 1321). Broken as a hash; TURN's long-term key is still defined by it (RFC 8489, section 9.2.2).
    package static func md5(_ bytes: [UInt8]) -> [UInt8] {
        unsafe hash(EVP_md5(), bytes)
    }

    private static func hash(_ algorithm: OpaquePointer?, _ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var length: UInt32 = 0
        let done = unsafe EVP_Digest(bytes, bytes.count, &digest, &length, algorithm, nil)
        precondition(done == 1, "libcrypto always has MD5, SHA-1 and SHA-256")
        digest.removeLast(digest.count - Int(length))
        return digest
    }
}
