internal import COpenSSL

/// One OpenSSL session: the smallest thing around the pointer. **The only file with a clock**: OpenSSL's own, behind
/// `remainingTime` and `handleTimeout()`.
@safe struct DTLSHandle: ~Copyable, @unchecked Sendable {
    private let session: OpaquePointer
    /// Owned by `session`.
    private let input: OpaquePointer
    private let state: DTLSCallbackState

    /// Largest datagram of a handshake flight, without UDP and IP headers.
    private static let mtu = 1200
    /// Largest plaintext of a record (RFC 6347, section 4.1).
    private static let largestRecord = 16_384

    init(role: DTLSRole, certificate: Certificate, expecting fingerprint: Fingerprint, profiles: [SRTPProfile])
        throws(DTLSError)
    {
        ERR_clear_error()
        let state = DTLSCallbackState(expected: fingerprint)
        guard let session = unsafe certificate.makeSession() else { throw .unavailableNow() }
        let names = profiles.map(\.openSSLName).joined(separator: ":")
        guard unsafe SSL_set_tlsext_use_srtp(session, names) == 0, let input = unsafe BIO_new(BIO_s_mem()) else {
            unsafe SSL_free(session)
            throw .unavailableNow()
        }
        guard let output = unsafe DatagramBIO.make(for: state) else {
            unsafe BIO_free(input)
            unsafe SSL_free(session)
            throw .unavailableNow()
        }
        unsafe parley_empty_means_retry(input)
        unsafe SSL_set_bio(session, input, output)
        unsafe parley_set_user_data(session, Unmanaged.passUnretained(state).toOpaque())
        unsafe parley_dtls_set_mtu(session, Self.mtu)
        unsafe DTLS_set_timer_cb(session, nextInterval)
        switch role {
        case .client: unsafe SSL_set_connect_state(session)
        case .server: unsafe SSL_set_accept_state(session)
        }
        unsafe (self.session, self.input, self.state) = (session, input, state)
    }

    deinit {
        unsafe SSL_free(session)
        ERR_clear_error()
    }

    /// Gives OpenSSL one datagram; what it left of the one before is forgotten.
    borrowing func feed(_ datagram: [UInt8]) {
        unsafe parley_bio_forget(input)
        _ = unsafe BIO_write(input, datagram, Int32(clamping: datagram.count))
    }

    borrowing func handshake() -> DTLSProgress {
        ERR_clear_error()
        return outcome(of: unsafe SSL_do_handshake(session))
    }

    /// The next record of application data. Also what makes OpenSSL repeat its last flight when the other end lost it.
    borrowing func read() -> DTLSProgress {
        ERR_clear_error()
        var count: Int32 = 0
        let record = unsafe [UInt8](unsafeUninitializedCapacity: Self.largestRecord) { buffer, filled in
            count = unsafe SSL_read(session, buffer.baseAddress, Int32(buffer.count))
            filled = max(0, Int(count))
        }
        guard count > 0 else { return outcome(of: count) }
        return .data(Array(record[...]))
    }

    borrowing func write(_ bytes: [UInt8]) -> DTLSProgress {
        ERR_clear_error()
        return outcome(of: unsafe SSL_write(session, bytes, Int32(clamping: bytes.count)))
    }

    /// Writes `close_notify`.
    borrowing func shutdown() {
        _ = unsafe SSL_shutdown(session)
        ERR_clear_error()
    }

    /// How long until OpenSSL wants to repeat its flight; `nil` when it waits for nothing.
    var remainingTime: Duration? {
        let microseconds = unsafe parley_dtls_timeout(session)
        return microseconds < 0 ? nil : .microseconds(microseconds)
    }

    /// Repeats the flight if OpenSSL's clock agrees that it is time.
    borrowing func handleTimeout() -> DTLSProgress {
        ERR_clear_error()
        return unsafe parley_dtls_handle_timeout(session) < 0 ? .failed(takeError()) : .needsInput
    }

    borrowing func takeDatagrams() -> [[UInt8]] {
        defer { state.datagrams.removeAll(keepingCapacity: true) }
        return state.datagrams
    }

    /// The keys for SRTP (RFC 5764, section 4.2), once the handshake is done.
    borrowing func keyingMaterial() throws(DTLSError) -> SRTPKeyingMaterial {
        ERR_clear_error()
        guard let selected = unsafe SSL_get_selected_srtp_profile(session),
            let profile = unsafe SRTPProfile(rawValue: UInt16(truncatingIfNeeded: selected.pointee.id))
        else { throw .noCommonProfile }
        var exported = [UInt8](repeating: 0, count: SRTPKeyingMaterial.exportedLength(profile))
        let label = "EXTRACTOR-dtls_srtp"
        let done = unsafe SSL_export_keying_material(
            session, &exported, exported.count, label, label.utf8.count, nil, 0, 0)
        guard done == 1, let material = SRTPKeyingMaterial(profile: profile, exported: exported) else {
            throw .unavailableNow()
        }
        return material
    }

    private func outcome(of result: Int32) -> DTLSProgress {
        guard result <= 0 else { return .done }
        switch unsafe SSL_get_error(session, result) {
        case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: return .needsInput
        case SSL_ERROR_ZERO_RETURN: return .closed
        default: return .failed(takeError())
        }
    }

    private func takeError() -> DTLSError {
        let failures = OpenSSLFailure.drain()
        return state.sawWrongFingerprint ? .fingerprintMismatch : DTLSError(failures)
    }
}

/// The retransmission timer in microseconds: 50 ms, doubling up to 1.6 s, as browsers do, instead of a second.
/// OpenSSL gives up after twelve, that is after about 13 s.
private func nextInterval(session: OpaquePointer?, previous: UInt32) -> UInt32 {
    previous == 0 ? 50_000 : min(previous &* 2, 1_600_000)
}
