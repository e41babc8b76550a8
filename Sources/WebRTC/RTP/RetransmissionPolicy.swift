/// When a missing packet is asked for again, and how often. The defaults give a packet about 200 ms to come, which is as
/// long as speech can wait.
package struct RetransmissionPolicy: Hashable, Sendable {
    /// How long a gap may be mere disorder before it is a loss.
    package var reorderTolerance: Duration = .milliseconds(10)
    /// How long to wait for an answer before asking again, while the round trip is not known.
    package var interval: Duration = .milliseconds(60)
    /// The least and the most that is waited once it is known.
    package var intervals: ClosedRange<Duration> = .milliseconds(25)...(.milliseconds(300))
    /// How often to ask for one packet; 0 never asks.
    package var attempts = 3

    package init() {}

    /// The time in which the answer should have come: the round trip, a quarter of it for its variation, and 10 ms for
    /// the other end to look.
    func interval(after roundTrip: Duration?) -> Duration {
        guard let roundTrip else { return interval }
        return min(max(roundTrip + roundTrip / 4 + .milliseconds(10), intervals.lowerBound), intervals.upperBound)
    }
}
