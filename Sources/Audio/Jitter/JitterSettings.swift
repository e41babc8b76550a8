/// The numbers of a `JitterBuffer`. Delays count from the earliest that a packet could have come.
package struct JitterSettings: Hashable, Sendable {
    /// How long the first packet waits, while nothing is known of the network.
    package var initial: Duration
    /// The least that the target shrinks to.
    package var minimum: Duration
    /// The most that the target grows to.
    package var maximum: Duration
    /// Packets held at most: 1.28 s of 20 ms packets.
    package var capacity: Int
    /// The share of packets, from 0 to 1, that the target lets come in time.
    package var timelyShare: Float

    package init(
        initial: Duration = .milliseconds(30), minimum: Duration = .milliseconds(20),
        maximum: Duration = .milliseconds(240), capacity: Int = 64, timelyShare: Float = 0.97
    ) {
        precondition(capacity > 1, "a jitter buffer holds at least two packets")
        precondition(minimum <= maximum, "the least is not more than the most")
        self.initial = initial
        self.minimum = minimum
        self.maximum = maximum
        self.capacity = capacity
        self.timelyShare = timelyShare
    }
}
