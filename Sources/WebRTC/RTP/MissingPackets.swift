internal import Timing

/// The packets of one stream that did not come and may still be asked for: 128 at most, the oldest is given up.
struct MissingPackets: Sendable {
    private struct Entry: Sendable {
        let number: Int64
        var due: Instant
        var attempts = 0
    }

    static let capacity = 128

    let policy: RetransmissionPolicy
    /// In ascending order of number.
    private var entries: [Entry] = []

    init(policy: RetransmissionPolicy) {
        self.policy = policy
    }

    /// When `takeDue` has something to say next.
    var timeout: Instant? {
        entries.isEmpty ? nil : entries.lazy.map(\.due).min()
    }

    /// The `gap` numbers before `number` were skipped.
    mutating func skipped(_ gap: Int64, before number: Int64, now: Instant) {
        guard policy.attempts > 0, gap > 0 else { return }
        for missing in (number - min(gap, Int64(Self.capacity)))..<number {
            entries.append(Entry(number: missing, due: now + policy.reorderTolerance))
        }
        if entries.count > Self.capacity { entries.removeFirst(entries.count - Self.capacity) }
    }

    mutating func arrived(_ number: Int64) {
        guard let index = entries.firstIndex(where: { $0.number == number }) else { return }
        entries.remove(at: index)
    }

    mutating func removeAll() {
        entries.removeAll(keepingCapacity: true)
    }

    /// The numbers to ask for now. One that was asked for often enough is forgotten.
    /// - Parameter interval: when to ask again.
    mutating func takeDue(now: Instant, interval: Duration) -> [UInt16] {
        var due: [UInt16] = []
        for index in entries.indices where entries[index].due <= now {
            due.append(UInt16(truncatingIfNeeded: entries[index].number))
            entries[index].due = now + interval
            entries[index].attempts += 1
        }
        if !due.isEmpty { entries.removeAll { $0.attempts >= policy.attempts } }
        return due
    }
}
