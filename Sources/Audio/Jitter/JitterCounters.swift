/// What a `JitterBuffer` saw, counted from its making.
package struct JitterCounters: Hashable, Sendable {
    package var received = 0
    /// Came after their turn.
    package var late = 0
    package var duplicates = 0
    /// Were due and not there while later ones were.
    package var lost = 0
    /// Dropped unplayed for want of room.
    package var skipped = 0
    /// Packets that came while play was already waiting for them.
    package var underruns = 0
    /// New sources and jumps.
    package var restarts = 0
    /// Carried nothing at all: probes of bandwidth.
    package var empty = 0
    /// Carried silence: of discontinuous transmission, or made by a server.
    package var silent = 0

    package init(received: Int = 0) {
        self.received = received
    }
}
