import DequeModule

/// What waits for one client.
///
/// Bounds: `limit` frames and `byteLimit` bytes. A frame with a `Conflation` takes the place of an older one of its kind, once
/// `patience` frames wait; a client that keeps up sees each. A frame that does not fit is refused, and the feed must end: the log is
/// the buffer, the client reads again from there.
package struct FeedQueue<Frame: Sendable>: Sendable {
    /// A frame that waits.
    package struct Entry: Sendable {
        package let frame: Frame
        /// Its length on the wire.
        package let bytes: Int
        package let kind: Conflation?

        package init(_ frame: Frame, bytes: Int, kind: Conflation? = nil) {
            self.frame = frame
            self.bytes = bytes
            self.kind = kind
        }
    }

    private let limit: Int
    private let byteLimit: Int
    private let patience: Int
    /// Replaced entries leave an empty place until they come to the front.
    private var places: Deque<Entry?> = []
    /// Entries that came to the front since the beginning: the first place's number.
    private var first = 0
    /// The place of the newest entry of each kind.
    private var newest: [Conflation: Int] = [:]
    package private(set) var count = 0
    package private(set) var bytes = 0

    package init(limit: Int = 1_024, byteLimit: Int = 4 << 20, patience: Int = 32) {
        self.limit = limit
        self.byteLimit = byteLimit
        self.patience = patience
    }

    package var isEmpty: Bool { count == 0 }

    /// Whether a read from the log would find room: no more than half is taken.
    package var hasRoom: Bool { count <= limit / 2 && bytes <= byteLimit / 2 }

    /// Whether a frame would be taken.
    package func fits(_ length: Int) -> Bool { count < limit && bytes + length <= byteLimit }

    /// Puts a frame at the end; `false` when it does not fit, and nothing has changed then.
    package mutating func push(_ entry: Entry) -> Bool {
        let old = entry.kind.flatMap { count >= patience ? newest[$0] : nil }
        let freed = old.flatMap { places[$0 - first]?.bytes } ?? 0
        let room = old == nil ? count < limit : true
        guard room, bytes - freed + entry.bytes <= byteLimit else { return false }
        if let old { remove(at: old) }
        if let kind = entry.kind { newest[kind] = first + places.count }
        places.append(entry)
        count += 1
        bytes += entry.bytes
        if places.count > 2 * limit { compact() }
        return true
    }

    package mutating func pop() -> Entry? {
        while let place = places.popFirst() {
            first += 1
            guard let entry = place else { continue }
            if let kind = entry.kind, newest[kind] == first - 1 { newest[kind] = nil }
            count -= 1
            bytes -= entry.bytes
            return entry
        }
        return nil
    }

    /// Drops everything.
    package mutating func clear() {
        first += places.count
        places.removeAll()
        newest.removeAll()
        count = 0
        bytes = 0
    }

    /// Everything that waits, oldest first.
    package var entries: [Entry] { places.compactMap(\.self) }

    private mutating func remove(at number: Int) {
        guard let entry = places[number - first] else { return }
        places[number - first] = nil
        count -= 1
        bytes -= entry.bytes
    }

    /// Closes the empty places, of which there may be as many as frames were replaced.
    private mutating func compact() {
        places = Deque(places.filter { $0 != nil })
        newest.removeAll(keepingCapacity: true)
        for (offset, place) in places.enumerated() {
            if let kind = place?.kind { newest[kind] = first + offset }
        }
    }
}
