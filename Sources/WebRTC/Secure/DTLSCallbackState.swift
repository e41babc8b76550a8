/// What OpenSSL's callbacks read and write for one session. Its `DTLSHandle` owns it and outlives every callback.
final class DTLSCallbackState {
    /// The certificate hash the session description promised.
    let expected: Fingerprint
    /// The other end presented another certificate.
    var sawWrongFingerprint = false
    /// Datagrams written and not taken yet; one call to OpenSSL writes a flight at most.
    var datagrams: [[UInt8]] = []

    init(expected: Fingerprint) {
        self.expected = expected
    }
}
