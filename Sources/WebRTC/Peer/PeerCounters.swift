/// What a peer counted, for logs and tests.
package struct PeerCounters: Hashable, Sendable {
    package var packetsSent = 0
    package var packetsReceived = 0
    /// Datagrams or packets that belonged to nothing or did not parse.
    package var dropped = 0
    /// Candidates of the other end that cannot be read: names in the place of addresses, unknown transports.
    package var ignoredCandidates = 0
    /// SRTP packets that failed authentication.
    package var authenticationFailures = 0
    /// SRTP packets seen before.
    package var replays = 0
    /// Packets sent again because the other end asked.
    package var retransmitted = 0
    /// Packets this end asked for, each as often as it did.
    package var asked = 0
    /// Lost packets that later ones brought with them.
    package var recovered = 0

    package init() {}

    package static func += (total: inout PeerCounters, more: PeerCounters) {
        total.packetsSent += more.packetsSent
        total.packetsReceived += more.packetsReceived
        total.dropped += more.dropped
        total.ignoredCandidates += more.ignoredCandidates
        total.authenticationFailures += more.authenticationFailures
        total.replays += more.replays
        total.retransmitted += more.retransmitted
        total.asked += more.asked
        total.recovered += more.recovered
    }
}
