internal import CSRTP

/// One libsrtp2 session: one direction, one master key, any number of synchronisation sources.
///
/// A source gets its state (key schedule, roll-over counter, replay window) when its first authentic packet comes, so
/// forged packets cost no memory.
@safe struct SRTPHandle: ~Copyable, @unchecked Sendable {
    private let session: srtp_t

    /// Packets a late or repeated one may be behind the newest; RFC 3711, section 3.3.2 asks for 64.
    private static let replayWindow: UInt = 1024

    /// The library wants to be told once per process that it is wanted.
    private static let libraryStatus = srtp_init()

    enum Direction {
        case inbound
        case outbound
    }

    init(_ direction: Direction, profile: SRTPProfile, key: [UInt8], salt: [UInt8]) throws(SRTPError) {
        if let error = SRTPError(Self.libraryStatus) { throw error }
        guard key.count == profile.keyLength, salt.count == profile.saltLength else { throw .malformed }
        var policy = unsafe srtp_policy_t()
        switch profile {
        case .aes128CMSHA1_80: unsafe parley_srtp_use_counter_mode(&policy)
        case .aeadAES128GCM: unsafe parley_srtp_use_gcm(&policy, 128)
        case .aeadAES256GCM: unsafe parley_srtp_use_gcm(&policy, 256)
        }
        unsafe policy.ssrc.type = direction == .inbound ? ssrc_any_inbound : ssrc_any_outbound
        unsafe policy.window_size = Self.replayWindow
        // A retransmission for a NACK is the same packet again, with the same payload: the repeat gives nothing away.
        unsafe policy.allow_repeat_tx = 1
        var master = key + salt
        var session: srtp_t?
        let status = unsafe master.withUnsafeMutableBufferPointer { bytes in
            unsafe policy.key = bytes.baseAddress
            return unsafe srtp_create(&session, &policy)
        }
        if let error = SRTPError(status) { throw error }
        guard let session = unsafe session else { throw .other(0) }
        unsafe self.session = session
    }

    deinit {
        _ = unsafe srtp_dealloc(session)
    }

    /// Protects in place; `packet` has room for the tag after its first `length` bytes. The new length.
    borrowing func protect(_ packet: inout [UInt8], length: Int) throws(SRTPError) -> Int {
        var length = Int32(clamping: length)
        let status = unsafe packet.withUnsafeMutableBytes { unsafe srtp_protect(session, $0.baseAddress, &length) }
        if let error = SRTPError(status) { throw error }
        return Int(length)
    }

    borrowing func protectControl(_ packet: inout [UInt8], length: Int) throws(SRTPError) -> Int {
        var length = Int32(clamping: length)
        let status = unsafe packet.withUnsafeMutableBytes { unsafe srtp_protect_rtcp(session, $0.baseAddress, &length) }
        if let error = SRTPError(status) { throw error }
        return Int(length)
    }

    /// Checks and decrypts in place. The new length.
    borrowing func unprotect(_ packet: inout [UInt8]) throws(SRTPError) -> Int {
        var length = Int32(clamping: packet.count)
        let status = unsafe packet.withUnsafeMutableBytes { unsafe srtp_unprotect(session, $0.baseAddress, &length) }
        if let error = SRTPError(status) { throw error }
        return Int(length)
    }

    borrowing func unprotectControl(_ packet: inout [UInt8]) throws(SRTPError) -> Int {
        var length = Int32(clamping: packet.count)
        let status = unsafe packet.withUnsafeMutableBytes {
            unsafe srtp_unprotect_rtcp(session, $0.baseAddress, &length)
        }
        if let error = SRTPError(status) { throw error }
        return Int(length)
    }
}
