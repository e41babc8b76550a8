import FoundationEssentials

/// What was seen lately, each until it cannot be valid any more.
struct ReplayMemory: Sendable {
    private struct Entry: Sendable {
        let key: [UInt8]
        let until: Date
    }

    /// When it is full, the oldest is forgotten.
    let capacity: Int
    private var keys: Set<[UInt8]> = []
    /// Oldest first.
    private var entries: [Entry] = []

    init(capacity: Int) {
        self.capacity = max(1, capacity)
    }

    func knows(_ key: [UInt8]) -> Bool { keys.contains(key) }

    mutating func remember(_ key: [UInt8], until: Date) {
        guard keys.insert(key).inserted else { return }
        if entries.count == capacity { keys.remove(entries.removeFirst().key) }
        entries.append(Entry(key: key, until: until))
    }

    /// Forgets what is over.
    mutating func forget(now: Date) {
        guard entries.contains(where: { $0.until < now }) else { return }
        for entry in entries where entry.until < now { keys.remove(entry.key) }
        entries.removeAll { $0.until < now }
    }
}
