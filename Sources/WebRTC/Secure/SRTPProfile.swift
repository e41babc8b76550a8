/// The protection profiles this house speaks (RFC 5764, section 4.1.2; RFC 7714, section 14.2).
package enum SRTPProfile: UInt16, Hashable, Sendable, CaseIterable {
    case aes128CMSHA1_80 = 0x0001
    case aeadAES128GCM = 0x0007
    case aeadAES256GCM = 0x0008

    /// Ours, best first: GCM costs one pass instead of two, and a 256-bit key buys nothing for a phone call.
    package static let preferred: [SRTPProfile] = [.aeadAES128GCM, .aeadAES256GCM, .aes128CMSHA1_80]

    /// Bytes of a master key.
    package var keyLength: Int { self == .aeadAES256GCM ? 32 : 16 }

    /// Bytes of a master salt.
    package var saltLength: Int { self == .aes128CMSHA1_80 ? 14 : 12 }

    /// Bytes an RTP packet grows by when it is protected.
    package var tagLength: Int { self == .aes128CMSHA1_80 ? 10 : 16 }

    /// Bytes an RTCP packet grows by: the tag, and the word with the E flag and the index (RFC 3711, section 3.4).
    package var controlTrailerLength: Int { tagLength + 4 }

    /// The name OpenSSL knows the profile by.
    var openSSLName: String {
        switch self {
        case .aes128CMSHA1_80: "SRTP_AES128_CM_SHA1_80"
        case .aeadAES128GCM: "SRTP_AEAD_AES_128_GCM"
        case .aeadAES256GCM: "SRTP_AEAD_AES_256_GCM"
        }
    }
}
