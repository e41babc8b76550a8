package import RTP

/// What a peer tells its owner.
package enum PeerEvent: Sendable {
    /// ICE and DTLS are up: media and data may flow.
    case connected
    /// Media that belongs to the section `mid`, decrypted, new (duplicates were dropped).
    case media(mid: String, RTPPacket)
    /// What the other end says it lost of what is sent on `mid`, since its report before: 0 to 1.
    case lossReported(mid: String, fraction: Double)
    /// A data channel is open both ways.
    case channelOpened(label: String)
    case message(label: String, bytes: [UInt8])
    case channelClosed(label: String)
    /// A candidate of this end that is not in the last description: `candidate:…`, with its user name, for the other end.
    case candidate(String)
    /// No more candidates will come before the next restart.
    case candidatesEnded
    /// A STUN or TURN server cannot be used; why, in a sentence.
    case serverFailed(String)
    /// No consent for some seconds; it may come back.
    case disconnected
    /// The path works again after `disconnected`.
    case reconnected
    /// The end; nothing follows.
    case closed(PeerFailure?)
}
