/// Events that wait for a server that is not there, in their order. A value: its owner guards it.
///
/// Bounded: beyond `capacity` events the oldest are lost, and counted.
struct OutageBuffer {
    private let capacity: Int
    private(set) var entries: [StreamEntry] = []
    private(set) var lost = 0

    init(capacity: Int) {
        self.capacity = capacity
    }

    mutating func add(_ entry: StreamEntry) {
        entries.append(entry)
        guard entries.count > capacity else { return }
        let surplus = max(1, capacity / 4)
        entries.removeFirst(surplus)
        lost += surplus
    }

    /// The event has reached the server, unless it was lost meanwhile.
    mutating func remove(_ token: String) {
        if let index = entries.firstIndex(where: { $0.token == token }) { entries.remove(at: index) }
    }
}
