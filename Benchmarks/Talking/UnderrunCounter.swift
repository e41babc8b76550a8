import Timing

/// Tells from loud packets where an answer without a pause had one.
struct UnderrunCounter: Hashable, Sendable {
    /// A silence as long as this is between two answers.
    private static let between = Duration.milliseconds(400)
    /// What a listener keeps in store: a packet later than that was missing when it was to be heard.
    private static let store = Duration.milliseconds(100)
    /// Of 48 kHz, in 20 ms.
    private static let ticks: UInt32 = 960

    /// Loud packets.
    private(set) var packets = 0
    /// Answers begun.
    private(set) var answers = 0
    /// Holes in an answer's own time.
    private(set) var holes = 0
    /// Packets that came too late.
    private(set) var late = 0
    private(set) var latest = Duration.zero
    private var previous: UInt32?
    private var due: Instant?

    mutating func note(timestamp: UInt32, now: Instant) {
        packets += 1
        let step = previous.map { timestamp &- $0 } ?? 0
        let gap = Duration.milliseconds(20) * Int(step / Self.ticks)
        if previous == nil || step > UInt32.max / 2 || gap >= Self.between {
            answers += 1
            due = now
        } else {
            if step > Self.ticks { holes += 1 }
            due = due.map { $0 + gap }
        }
        previous = timestamp
        guard let expected = due else { return }
        let lateness = now - expected
        latest = max(latest, lateness)
        if lateness > Self.store { late += 1 }
        // Whoever comes earlier than expected tells when the others should have.
        due = min(expected, now)
    }

    static func + (left: UnderrunCounter, right: UnderrunCounter) -> UnderrunCounter {
        var sum = UnderrunCounter()
        sum.packets = left.packets + right.packets
        sum.answers = left.answers + right.answers
        sum.holes = left.holes + right.holes
        sum.late = left.late + right.late
        sum.latest = max(left.latest, right.latest)
        return sum
    }
}
