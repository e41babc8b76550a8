import COpenSSL

/// A public key that checks signatures of one algorithm.
final class PublicKey: Sendable {
    let algorithm: TokenAlgorithm
    private let handle: Handle

    /// OpenSSL's key. It is not changed after `init`, and its references are counted atomically: hence `Sendable`.
    @safe private struct Handle: ~Copyable, @unchecked Sendable {
        let key: OpaquePointer

        /// `nil` for what is no key, such as a point that is not on its curve.
        init?(_ encoded: [UInt8]) {
            let key = unsafe encoded.withUnsafeBufferPointer { bytes in
                var start = bytes.baseAddress
                return unsafe d2i_PUBKEY(nil, &start, bytes.count)
            }
            // What OpenSSL did not like is of no interest to the next one who asks.
            ERR_clear_error()
            guard let key = unsafe key else { return nil }
            unsafe self.key = key
        }

        deinit { unsafe EVP_PKEY_free(key) }
    }

    /// - Parameter encoded: a `SubjectPublicKeyInfo` (RFC 5280, section 4.1.2.7); `nil` when it is no key.
    init?(_ algorithm: TokenAlgorithm, _ encoded: [UInt8]) {
        guard algorithm != .hs256, let handle = Handle(encoded) else { return nil }
        self.algorithm = algorithm
        self.handle = handle
    }

    /// Whether this key's owner signed the message.
    func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard let signature = algorithm == .es256 ? DistinguishedEncoding.signature(signature) : signature else {
            return false
        }
        guard let context = unsafe EVP_MD_CTX_new() else { return false }
        defer {
            unsafe EVP_MD_CTX_free(context)
            ERR_clear_error()
        }
        // Ed25519 hashes by itself.
        let digest = unsafe algorithm == .edDSA ? nil : EVP_sha256()
        guard unsafe EVP_DigestVerifyInit(context, nil, digest, nil, handle.key) == 1 else { return false }
        return unsafe EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }
}
