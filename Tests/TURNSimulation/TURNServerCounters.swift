/// What the clients of a simulated TURN server did.
package struct TURNServerCounters: Hashable, Sendable {
    package var allocated = 0
    package var refreshed = 0
    package var released = 0
    package var permitted = 0
    package var bound = 0
    package var staleNonces = 0
    /// Datagrams to peers, by the way they came.
    package var onChannels = 0
    package var inIndications = 0
    /// Datagrams that no permission or channel let through, either way.
    package var refused = 0

    package init() {}
}
