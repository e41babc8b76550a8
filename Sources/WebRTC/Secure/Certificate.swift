internal import COpenSSL

/// A self-signed certificate with its private key, and the OpenSSL context that presents it.
///
/// The certificate says nothing about its owner: the other end trusts the fingerprint it read in the session
/// description (RFC 8827, section 6.5). One certificate may serve any number of endpoints at once, on any thread;
/// making one costs a fraction of a millisecond, so a process shares one among its calls.
package final class Certificate: Sendable {
    package let fingerprint: Fingerprint
    private let context: DTLSContext

    /// A new ECDSA key on P-256 and a certificate for it, valid from yesterday for thirty days.
    package static func selfSigned() throws(DTLSError) -> Certificate {
        ERR_clear_error()
        guard let key = unsafe parley_new_p256_key() else { throw .unavailableNow() }
        defer { unsafe EVP_PKEY_free(key) }
        guard let certificate = unsafe X509_new() else { throw .unavailableNow() }
        defer { unsafe X509_free(certificate) }
        guard unsafe describe(certificate), unsafe sign(certificate, with: key),
            let fingerprint = unsafe Fingerprint(of: certificate, algorithm: .sha256)
        else { throw .unavailableNow() }
        return Certificate(
            fingerprint: fingerprint, context: try unsafe DTLSContext(certificate: certificate, key: key))
    }

    private init(fingerprint: Fingerprint, context: consuming DTLSContext) {
        self.fingerprint = fingerprint
        self.context = context
    }

    /// A new session that presents this certificate. Its owner frees it.
    func makeSession() -> OpaquePointer? {
        unsafe context.makeSession()
    }

    /// Fills in version 3, a random serial number, the validity, and one name for subject and issuer.
    private static func describe(_ certificate: OpaquePointer) -> Bool {
        let day = 24 * 60 * 60
        let serial = SecureRandom.bytes(8).reduce(0) { $0 << 8 | UInt64($1) } >> 1
        guard unsafe X509_set_version(certificate, 2) == 1,
            unsafe ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial) == 1,
            unsafe X509_gmtime_adj(X509_getm_notBefore(certificate), -day) != nil,
            unsafe X509_gmtime_adj(X509_getm_notAfter(certificate), 30 * day) != nil,
            let name = unsafe X509_get_subject_name(certificate)
        else { return false }
        return unsafe X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, "WebRTC", -1, -1, 0) == 1
            && X509_set_issuer_name(certificate, name) == 1
    }

    private static func sign(_ certificate: OpaquePointer, with key: OpaquePointer) -> Bool {
        unsafe X509_set_pubkey(certificate, key) == 1 && X509_sign(certificate, key, EVP_sha256()) > 0
    }
}
