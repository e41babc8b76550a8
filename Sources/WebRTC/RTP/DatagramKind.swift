/// Which protocol a datagram belongs to, told from its first byte when several share one socket (RFC 7983), and from
/// the second when RTCP shares it with RTP (RFC 5761, section 4).
package enum DatagramKind: Hashable, Sendable {
    case stun
    case dtls
    case turnChannel
    case rtp
    case rtcp
    /// None of these: drop it.
    case unknown

    package init(_ bytes: [UInt8]) {
        guard let first = bytes.first else {
            self = .unknown
            return
        }
        switch first {
        case 0...3: self = .stun
        case 20...63: self = .dtls
        case 64...79: self = .turnChannel
        case 128...191: self = bytes.count > 1 && (192...223).contains(bytes[1]) ? .rtcp : .rtp
        default: self = .unknown
        }
    }
}
