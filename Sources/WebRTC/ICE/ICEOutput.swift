package import TURN
package import Wire

/// What an agent asks of its owner.
package enum ICEOutput: Hashable, Sendable {
    /// Send this from the socket of `local`.
    case transmit(Datagram)
    /// From now on, everything else goes this way too. `ICEAgent.envelope` makes the datagrams. After a
    /// restart it may name the same path again.
    case selected(ICEPath)
    /// A local candidate that a server has told of.
    case candidate(Candidate)
    /// Every server has answered or been given up, and no more will be named.
    case gathered
    /// A STUN or TURN server cannot be used.
    case serverFailed(AllocationError)
    /// The state has changed.
    case state(ICEState)

    var isDatagram: Bool {
        if case .transmit = self { true } else { false }
    }
}
