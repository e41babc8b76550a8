import Audio
package import Timing

/// When frames are due: every 20 ms after the first, by the clock and not by the frame before, so that lateness never
/// adds up.
package struct FramePacer: Hashable, Sendable {
    /// What is due at one moment.
    package struct Due: Hashable, Sendable {
        /// Frames to handle now.
        package var frames = 0
        /// Frames whose time has passed for good: they are neither heard nor spoken.
        package var skipped = 0
    }

    /// Frames that are made up for at most, after a delay.
    package static let mostFrames = 3

    /// Calls are paced by the same clock in steps of this, so that a loop wakes once for several of them.
    private static let grid = Duration.milliseconds(5)

    /// When the next frame is due.
    package private(set) var next: Instant

    package init(first: Instant) {
        next = first
    }

    /// The first frame is due a frame from now, or as soon after as other calls' are.
    package init(after now: Instant) {
        let step = Self.grid.nanoseconds
        let first = (now + AudioFrame.duration).nanoseconds + step - 1
        next = Instant(nanoseconds: first / step * step)
    }

    package mutating func due(now: Instant) -> Due {
        guard now >= next else { return Due() }
        let frame = AudioFrame.duration.nanoseconds
        let count = Int((now - next).nanoseconds / frame) + 1
        next += .nanoseconds(frame * Int64(count))
        return Due(frames: min(count, Self.mostFrames), skipped: max(0, count - Self.mostFrames))
    }
}
