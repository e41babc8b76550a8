import COpenSSL

/// The password-based key derivation function scrypt (RFC 7914).
enum Scrypt {
    /// `length` bytes; `nil` for a cost that the function does not have, or when there is no memory.
    static func derive(_ password: [UInt8], salt: [UInt8], _ cost: ScryptCost, length: Int) -> [UInt8]? {
        guard cost.isBearable, length > 0 else { return nil }
        var key = [UInt8](repeating: 0, count: length)
        // The blocks of each lane and OpenSSL's scratch space come on top.
        let limit = UInt64(cost.memory + 128 * cost.blockSize * (cost.parallelism + 2) + 4096)
        let done = unsafe password.withUnsafeBytes { password in
            unsafe EVP_PBE_scrypt(
                password.baseAddress?.assumingMemoryBound(to: CChar.self), password.count, salt, salt.count,
                1 << UInt64(cost.logN), UInt64(cost.blockSize), UInt64(cost.parallelism), limit, &key, length)
        }
        ERR_clear_error()
        return done == 1 ? key : nil
    }
}
