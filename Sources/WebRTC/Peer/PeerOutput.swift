package import RTP
package import Timing
package import Wire

/// What draining a peer yields.
package enum PeerOutput: Sendable {
    /// Send this datagram from `local` to `remote`.
    case transmit(Datagram)
    case event(PeerEvent)
    /// Nothing more for now; call `handleTimeout` at this instant, if there is one.
    case timeout(Instant?)
}

/// What a peer tells its owner.
package enum PeerEvent: Sendable {
    /// ICE and DTLS are up: media and data may flow.
    case connected
    /// Media that belongs to the section `mid`, decrypted, new (duplicates were dropped).
    case media(mid: String, RTPPacket)
    /// A data channel is open both ways.
    case channelOpened(label: String)
    case message(label: String, bytes: [UInt8])
    case channelClosed(label: String)
    /// No consent for some seconds; it may come back.
    case disconnected
    /// The path works again after `disconnected`.
    case reconnected
    /// The end; nothing follows.
    case closed(PeerFailure?)
}

/// Why a peer connection ended.
package enum PeerFailure: Error, Hashable, Sendable {
    /// No candidate pair works, or none works any more.
    case connectivityLost
    /// The DTLS handshake failed, or the certificate was not the one the description names.
    case handshakeFailed(String)
    /// The other end said goodbye on the DTLS level.
    case closedByRemote
}
