internal import COpenSSL

/// Unpredictable bytes, for keys and for anything an attacker must not guess.
package enum SecureRandom {
    /// `count` bytes from OpenSSL's generator, which the kernel seeds.
    package static func bytes(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let done = unsafe RAND_bytes(&bytes, Int32(clamping: count))
        precondition(done == 1, "a machine without randomness cannot keep a secret")
        return bytes
    }
}
