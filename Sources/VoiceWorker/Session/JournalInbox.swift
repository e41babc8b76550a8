import Conversation
import Document

/// What a call has for its session's log, in order. Bounded: when `capacity` entries wait, the oldest words in progress give
/// way, and without such the newest entry is lost. Words in progress replace those of the same segment that still wait.
struct JournalInbox: Sendable {
    enum Entry: Hashable, Sendable {
        case event(SessionEvent.Kind)
        case latency(Latency)
        /// Words in progress.
        case partial(segment: String, fields: [String: JSON])

        fileprivate var segment: String? {
            if case .partial(let segment, _) = self { segment } else { nil }
        }
    }

    private var entries: [Entry] = []
    private(set) var dropped = 0
    private let capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
    }

    mutating func add(_ entry: Entry) {
        if let segment = entry.segment, let index = entries.firstIndex(where: { $0.segment == segment }) {
            entries[index] = entry
            return
        }
        if entries.count >= capacity {
            dropped += 1
            guard entry.segment == nil, let index = entries.firstIndex(where: { $0.segment != nil }) else { return }
            entries.remove(at: index)
        }
        entries.append(entry)
    }

    mutating func takeAll() -> [Entry] {
        defer { entries = [] }
        return entries
    }
}
