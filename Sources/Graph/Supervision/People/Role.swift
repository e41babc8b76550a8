/// What a person or a program may be to Parley.
package enum Role: String, Hashable, Sendable, Codable, CaseIterable {
    /// Talks in one session.
    case caller
    /// A person who takes calls over from the agent.
    case `operator`
    /// Watches and steers the sessions that are theirs.
    case supervisor
    /// May do everything within a workspace.
    case admin
    /// A voice worker, or another program of the house.
    case worker
}
