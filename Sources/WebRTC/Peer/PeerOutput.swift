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
