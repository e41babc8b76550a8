/// A description or a request that the peer cannot follow.
package enum PeerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The section at this position has no `a=mid`.
    case missingMid(position: Int)
    /// The description lacks ICE credentials or a fingerprint, or they are malformed.
    case incompleteTransport
    /// An answer came, but no offer is outstanding; or an offer came while ours is.
    case unexpectedDescription
    /// The answer's sections do not correspond to the offer's.
    case sectionMismatch
    /// The offer has more sections than anybody needs.
    case tooManySections(limit: Int)
    /// The other end insists on a DTLS role that this end does not take.
    case roleConflict
    /// The description names another certificate than the one the connection was made with.
    case identityChanged
    /// No section with this mid, or it cannot send.
    case unknownSection(String)
    /// No open channel with this label.
    case unknownChannel(String)
    /// The data channel refuses the message: too large, or its buffer is full.
    case messageRefused(String)
    /// Media cannot be sent before the handshake is done.
    case notConnected

    package var description: String {
        switch self {
        case .missingMid(let position): "media section \(position) has no a=mid"
        case .incompleteTransport: "the description lacks ICE credentials or a fingerprint"
        case .unexpectedDescription: "no such description is expected now"
        case .sectionMismatch: "the answer's sections do not match the offer's"
        case .tooManySections(let limit): "the offer has more than \(limit) media sections"
        case .roleConflict: "the other end insists on the wrong DTLS role"
        case .identityChanged: "the description names another certificate"
        case .unknownSection(let mid): "there is no sending section \(mid)"
        case .unknownChannel(let label): "there is no open channel \(label)"
        case .messageRefused(let reason): "the data channel refuses the message: \(reason)"
        case .notConnected: "the peer is not connected"
        }
    }
}
