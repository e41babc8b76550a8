/// The numbers of a `JitterBuffer`.
package struct JitterSettings: Hashable, Sendable {
    /// Sound to have before play begins, and the least that the target shrinks to.
    package var target: Duration
    /// The most that the target grows to.
    package var maximum: Duration
    /// Packets held at most: 1.28 s of 20 ms packets.
    package var capacity: Int

    package init(target: Duration = .milliseconds(40), maximum: Duration = .milliseconds(200), capacity: Int = 64) {
        precondition(capacity > 1, "a jitter buffer holds at least two packets")
        self.target = target
        self.maximum = maximum
        self.capacity = capacity
    }
}
