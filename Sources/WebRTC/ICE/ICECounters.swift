/// What an agent counted, for logs and tests.
package struct ICECounters: Hashable, Sendable {
    /// Candidates of the other end that cannot be used: component 2, an active or unknown kind of TCP, an address nobody
    /// has, or one too many.
    package var ignoredCandidates = 0
    /// Servers that did not answer or refused.
    package var failedServers = 0
    /// How often another path took the place of a silent one.
    package var recoveries = 0

    package init() {}
}
