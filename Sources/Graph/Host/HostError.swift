/// Why a host did not take a turn.
package enum HostError: Error, Hashable, Sendable {
    /// The session is over.
    case ended
    /// Too many turns wait already; the caller should wait for an answer before asking again.
    case overloaded
}
