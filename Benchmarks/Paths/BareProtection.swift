import CSRTP
import Secure

/// One libsrtp2 session with a key of its own, called without anything around it.
@safe final class BareProtection {
    private let session: srtp_t

    /// Set up as the product's sessions are: same profile, same replay window.
    init(_ profile: SRTPProfile, isInbound: Bool) throws {
        _ = srtp_init()
        var policy = unsafe srtp_policy_t()
        switch profile {
        case .aes128CMSHA1_80: unsafe parley_srtp_use_counter_mode(&policy)
        case .aeadAES128GCM: unsafe parley_srtp_use_gcm(&policy, 128)
        case .aeadAES256GCM: unsafe parley_srtp_use_gcm(&policy, 256)
        }
        unsafe policy.ssrc.type = isInbound ? ssrc_any_inbound : ssrc_any_outbound
        unsafe policy.window_size = 1024
        unsafe policy.allow_repeat_tx = 1
        var key = (0..<(profile.keyLength + profile.saltLength)).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        var session: srtp_t?
        let status = unsafe key.withUnsafeMutableBufferPointer { bytes in
            unsafe policy.key = bytes.baseAddress
            return unsafe srtp_create(&session, &policy)
        }
        guard status == srtp_err_status_ok, let session = unsafe session else {
            throw BenchFailure("libsrtp2 refuses a session: \(status.rawValue)")
        }
        unsafe self.session = session
    }

    deinit { _ = unsafe srtp_dealloc(session) }

    /// Protects the packet in place; there must be room for the tag. The new length, or 0.
    @unsafe func protect(_ packet: UnsafeMutablePointer<UInt8>, length: Int) -> Int {
        var length = Int32(length)
        return unsafe srtp_protect(session, packet, &length) == srtp_err_status_ok ? Int(length) : 0
    }

    /// Checks and decrypts the packet in place. The new length, or 0.
    @unsafe func unprotect(_ packet: UnsafeMutablePointer<UInt8>, length: Int) -> Int {
        var length = Int32(length)
        return unsafe srtp_unprotect(session, packet, &length) == srtp_err_status_ok ? Int(length) : 0
    }
}
