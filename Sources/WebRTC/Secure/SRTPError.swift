internal import CSRTP

/// Why a packet could not be protected or unprotected. The packet is left as it was, or emptied: see `SRTPSession`.
package enum SRTPError: Error, Hashable, Sendable {
    /// It was seen before, or is older than the replay window (RFC 3711, section 3.3.2).
    case replayed
    /// Its tag is wrong: altered on the way, or made with another key.
    case authenticationFailed
    /// Not a packet of its kind: too short, or its header is wrong.
    case malformed
    /// libsrtp2's own number, for what should not happen.
    case other(UInt32)

    init?(_ status: srtp_err_status_t) {
        switch status {
        case srtp_err_status_ok: return nil
        case srtp_err_status_replay_fail, srtp_err_status_replay_old: self = .replayed
        case srtp_err_status_auth_fail: self = .authenticationFailed
        case srtp_err_status_bad_param, srtp_err_status_parse_err: self = .malformed
        default: self = .other(status.rawValue)
        }
    }
}
