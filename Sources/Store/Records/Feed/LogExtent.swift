/// How far a session's log reaches.
package struct LogExtent: Hashable, Sendable {
    /// The number of the oldest event that can still be read.
    package let oldest: Int
    /// The number of the newest.
    package let last: Int

    package init(oldest: Int, last: Int) {
        self.oldest = oldest
        self.last = last
    }
}
