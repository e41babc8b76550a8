package import RTP

/// What the switchboard counted, for logs and tests.
package struct SwitchboardCounters: Hashable, Sendable {
    /// Datagrams that belong to nobody here, by what they are.
    package var unmatched: [DatagramKind: Int] = [:]
}
