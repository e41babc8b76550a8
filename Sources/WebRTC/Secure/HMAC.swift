internal import COpenSSL

/// Keyed hashes (RFC 2104). Keys and messages may be of any length, the empty one included.
package enum HMAC {
    /// HMAC-SHA1: 20 bytes. STUN's MESSAGE-INTEGRITY (RFC 8489, section 14.5).
    package static func sha1(key: [UInt8], message: [UInt8]) -> [UInt8] {
        unsafe authenticate(EVP_sha1(), key: key, message: message)
    }

    /// HMAC-SHA256: 32 bytes. The signature of an HS256 token (RFC 7518, section 3.2).
    package static func sha256(key: [UInt8], message: [UInt8]) -> [UInt8] {
        unsafe authenticate(EVP_sha256(), key: key, message: message)
    }

    private static func authenticate(_ algorithm: OpaquePointer?, key: [UInt8], message: [UInt8]) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var length: UInt32 = 0
        let done = unsafe COpenSSL.HMAC(
            algorithm, key, Int32(clamping: key.count), message, message.count, &code, &length)
        precondition(unsafe done != nil, "libcrypto always has SHA-1 and SHA-256")
        code.removeLast(code.count - Int(length))
        return code
    }
}
