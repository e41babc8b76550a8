/// When a missing packet is asked for again, and how often. The defaults give a packet about 200 ms to come, which is as
/// long as speech can wait.
package struct RetransmissionPolicy: Hashable, Sendable {
    /// How long a gap may be mere disorder before it is a loss.
    package var reorderTolerance: Duration = .milliseconds(10)
    /// How long to wait for an answer before asking again: more than the round trip.
    package var interval: Duration = .milliseconds(60)
    /// How often to ask for one packet; 0 never asks.
    package var attempts = 3

    package init() {}
}
