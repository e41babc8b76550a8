/// What is to be written to an archive, in the order it was appended. A value: its owner guards it.
///
/// Bounded: beyond `capacity` events the oldest is lost, and counted.
struct ArchiveBuffer {
    private let capacity: Int
    private var waiting: [LoggedEvent] = []
    /// The batch that is being written.
    private var current: [LoggedEvent] = []
    private(set) var lost = 0

    init(capacity: Int) {
        self.capacity = capacity
    }

    var isEmpty: Bool { waiting.isEmpty && current.isEmpty }

    mutating func add(_ event: LoggedEvent) {
        waiting.append(event)
        trim()
    }

    /// The oldest that wait, to be written now; empty while others are being written.
    mutating func begin(_ limit: Int) -> [LoggedEvent] {
        guard current.isEmpty else { return [] }
        current = Array(waiting.prefix(limit))
        waiting.removeFirst(current.count)
        return current
    }

    /// The batch is written; or it was not, and waits again.
    mutating func end(isWritten: Bool) {
        if !isWritten { waiting = current + waiting }
        current = []
        trim()
    }

    private mutating func trim() {
        guard waiting.count > capacity else { return }
        // A quarter at a time, so that a full buffer does not move its events at every append.
        let surplus = max(capacity / 4, waiting.count - capacity)
        waiting.removeFirst(surplus)
        lost += surplus
    }

    /// A session's events after a number that are not known to be written.
    func events(of session: String, after sequence: Int) -> [LoggedEvent] {
        (current + waiting).filter { $0.sessionID == session && $0.sequence > sequence }
    }
}
