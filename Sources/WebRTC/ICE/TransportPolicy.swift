/// Which candidates of this end may be used (RFC 8828 calls it the ICE transport policy).
package enum TransportPolicy: Hashable, Sendable {
    case all
    /// Only those at TURN servers.
    case relay
}
