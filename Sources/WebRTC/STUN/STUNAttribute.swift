package import Wire

/// An attribute of a STUN message, by meaning. Types and formats: RFC 8489, section 14,
/// RFC 8445, section 16.1, and RFC 8656, section 18.
package enum STUNAttribute: Hashable, Sendable {
    case mappedAddress(TransportAddress)
    /// The address the request came from, exclusive-ored with the cookie and the transaction, so that no router edits it.
    case xorMappedAddress(TransportAddress)
    /// In a check: `<receiver's ufrag>:<sender's ufrag>`.
    case username(String)
    case realm(String)
    case nonce(String)
    case software(String)
    case errorCode(STUNErrorCode)
    case unknownAttributes([UInt16])
    /// The priority of the peer-reflexive candidate that this check may discover.
    case priority(UInt32)
    case useCandidate
    /// With the sender's tie-breaker.
    case iceControlled(UInt64)
    case iceControlling(UInt64)
    /// Where to ask instead (RFC 8489, section 14.15).
    case alternateServer(TransportAddress)
    /// 0x4000 to 0x4FFF.
    case channelNumber(UInt16)
    /// In seconds.
    case lifetime(UInt32)
    case xorPeerAddress(TransportAddress)
    case xorRelayedAddress(TransportAddress)
    case data([UInt8])
    /// Of the relayed address: IPv6 or IPv4.
    case requestedAddressFamily(isIPv6: Bool)
    /// The IP protocol between the relayed address and the peers; 17 is UDP.
    case requestedTransport(UInt8)
    /// Its format is wrong, or its type is not known here.
    case unknown(type: UInt16, value: [UInt8])

    /// Whether a receiver that does not know this type must refuse the message: types below 0x8000.
    static func mustBeUnderstood(_ type: UInt16) -> Bool { type < 0x8000 }
}
