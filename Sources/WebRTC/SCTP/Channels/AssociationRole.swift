/// The DTLS role of this end, which decides the parity of the streams it may open (RFC 8832, section 6).
package enum AssociationRole: Hashable, Sendable {
    /// Opens channels on even streams.
    case client
    /// Opens channels on odd streams.
    case server

    var firstStreamID: UInt16 {
        switch self {
        case .client: 0
        case .server: 1
        }
    }

    /// Whether this end may open a channel on the stream.
    func owns(_ streamID: UInt16) -> Bool {
        streamID % 2 == firstStreamID
    }
}
