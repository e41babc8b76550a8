/// What an allocation counted, for logs and tests.
package struct AllocationCounters: Hashable, Sendable {
    /// Messages of the server that were unreadable, unasked for or not signed as they must be.
    package var discarded = 0
    /// Datagrams for or from peers without permission, and those that waited for one in vain.
    package var dropped = 0
    /// Peers that the server refuses to relay to.
    package var refusedPeers = 0
    package var staleNonces = 0

    package init() {}
}
