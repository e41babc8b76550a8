internal import COpenSSL

/// OpenSSL's factory of sessions: one per certificate, for both roles, because building one is by far the most
/// expensive step of joining a call.
///
/// It is not changed after `init`, and OpenSSL counts its references atomically: hence `Sendable`.
@safe struct DTLSContext: ~Copyable, @unchecked Sendable {
    private let pointer: OpaquePointer

    /// Forward secrecy and authenticated encryption only; ours is ECDSA, the other end's key may be RSA.
    private static let cipherSuites = [
        "ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-RSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384",
        "ECDHE-RSA-AES256-GCM-SHA384", "ECDHE-ECDSA-CHACHA20-POLY1305", "ECDHE-RSA-CHACHA20-POLY1305",
    ].joined(separator: ":")

    /// Takes its own references to both arguments.
    init(certificate: OpaquePointer, key: OpaquePointer) throws(DTLSError) {
        guard let context = unsafe SSL_CTX_new(DTLS_method()) else { throw .unavailableNow() }
        guard unsafe parley_dtls_configure(context) == 1,
            unsafe SSL_CTX_set_cipher_list(context, Self.cipherSuites) == 1,
            unsafe parley_set_groups(context, "X25519:P-256:P-384") == 1,
            unsafe SSL_CTX_use_certificate(context, certificate) == 1,
            unsafe SSL_CTX_use_PrivateKey(context, key) == 1
        else {
            unsafe SSL_CTX_free(context)
            throw .unavailableNow()
        }
        unsafe SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nil)
        unsafe SSL_CTX_set_cert_verify_callback(context, compareFingerprint, nil)
        unsafe pointer = context
    }

    deinit {
        unsafe SSL_CTX_free(pointer)
    }

    borrowing func makeSession() -> OpaquePointer? {
        unsafe SSL_new(pointer)
    }
}

/// Replaces OpenSSL's verification of a chain: the other end's certificate is right when its hash is the promised one.
private func compareFingerprint(store: OpaquePointer?, argument: UnsafeMutableRawPointer?) -> Int32 {
    guard let data = unsafe parley_user_data(store) else { return 0 }
    let state = unsafe Unmanaged<DTLSCallbackState>.fromOpaque(data).takeUnretainedValue()
    let certificate = unsafe X509_STORE_CTX_get0_cert(store)
    let presented = unsafe Fingerprint(of: certificate, algorithm: state.expected.algorithm)
    guard let presented, constantTimeEquals(presented.bytes, state.expected.bytes) else {
        state.sawWrongFingerprint = true
        unsafe X509_STORE_CTX_set_error(store, X509_V_ERR_CERT_REJECTED)
        return 0
    }
    return 1
}
