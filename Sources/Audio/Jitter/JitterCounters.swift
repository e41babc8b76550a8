/// What a `JitterBuffer` saw, counted from its making.
package struct JitterCounters: Hashable, Sendable {
    package var received = 0
    /// Came after their turn.
    package var late = 0
    package var duplicates = 0
    /// Were due and not there while later ones were.
    package var lost = 0
    /// Dropped unplayed, to shorten the delay or for want of room.
    package var skipped = 0
    /// Packets that came while play was already waiting for them.
    package var underruns = 0
    /// New sources and jumps.
    package var restarts = 0

    package init(received: Int = 0) {
        self.received = received
    }
}
