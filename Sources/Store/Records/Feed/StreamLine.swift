/// What a process knows of a session's stream. A value: its owner guards it.
struct StreamLine {
    /// Events kept, so that a server that has forgotten them gets them back: more than the database is ever behind.
    private static let limit = 256

    /// The newest number that the stream is known to have had.
    private(set) var last = 0
    /// The newest that was given away while the server was not there.
    private(set) var provisional = 0
    /// The newest that this process appended.
    private(set) var tail: [StreamEntry] = []
    /// Rises with each write of the process, for the choice of whom to forget.
    var written = 0

    init(last: Int) {
        self.last = last
        provisional = last
    }

    /// The event has its number.
    mutating func confirm(_ entry: StreamEntry) {
        last = max(last, entry.event.sequence)
        provisional = max(provisional, last)
        if tail.count >= Self.limit { tail.removeFirst(Self.limit / 4) }
        tail.append(entry)
    }

    /// The number an event has until the server is back: this process is the only one that writes meanwhile.
    mutating func nextProvisional() -> Int {
        provisional += 1
        return provisional
    }

    /// Nothing waits for the server any more.
    mutating func settle() {
        provisional = last
    }

    /// What the server is to get back that has no more than this.
    func missing(after sequence: Int) -> [StreamEntry] {
        tail.filter { $0.event.sequence > sequence }.sorted { $0.event.sequence < $1.event.sequence }
    }
}
