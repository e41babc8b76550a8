import Timing
import Wire

/// A short name for a peer: four bytes in front of a datagram in the place of thirty-six (RFC 8656, section 12).
struct Channel: Sendable {
    let number: UInt16
    let peer: TransportAddress
    /// The server has confirmed it.
    var isBound = false
    /// When it is renewed; `nil` while it is asked for or not in use.
    var due: Instant?
    var lastUsed: Instant
}
