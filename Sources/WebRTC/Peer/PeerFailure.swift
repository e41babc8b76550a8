/// Why a peer connection ended.
package enum PeerFailure: Error, Hashable, Sendable {
    /// No candidate pair works, or none works any more.
    case connectivityLost
    /// The DTLS handshake failed, or the certificate was not the one the description names.
    case handshakeFailed(String)
    /// The other end said goodbye on the DTLS level.
    case closedByRemote
}
