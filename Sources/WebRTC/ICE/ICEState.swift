/// How far an agent is.
package enum ICEState: Hashable, Sendable {
    /// Nothing to try yet.
    case new
    /// Checks are under way and no path is selected.
    case checking
    /// A path is selected and the other end is heard on it.
    case connected
    /// The selected path has been silent for a while. It is still used, and may come back.
    case disconnected
    /// No path was found, or consent to send has expired. Only a restart helps.
    case failed
}
