/// Where a feed is in a session's log, and how it gets to the log's end without a seam.
///
/// The feed is subscribed to wake-ups before the first range is read. Until a read finds the end, events that are announced are left
/// to the reads; after that each is taken as it comes, and a hole between two of them is filled by reading again.
package struct FeedCursor: Hashable, Sendable {
    /// What is to be done with an event that was announced.
    package enum Verdict: Hashable, Sendable {
        /// Pass it on.
        case take
        /// It was passed on already, or a read brings it.
        case ignore
        /// Read the log after `last`.
        case read
    }

    /// What a read of the log found.
    package enum Found: Hashable, Sendable {
        /// The end: events are taken as they come from now on.
        case end
        /// Read on.
        case more
        /// What follows `last` is not in the log any more; its oldest event has this number.
        case lost(oldest: Int)
    }

    /// The number of the last event that was passed on.
    package private(set) var last: Int
    /// The greatest number that was heard of.
    package private(set) var head: Int
    /// Whether a read is wanted or under way.
    package private(set) var isReading = true
    /// What was announced when the read began that is under way.
    private var asked = 0

    package init(after last: Int) {
        self.last = last
        head = last
    }

    /// An event was announced.
    package mutating func announced(_ sequence: Int) -> Verdict {
        head = max(head, sequence)
        guard !isReading, sequence > last else { return .ignore }
        guard sequence == last + 1 else {
            isReading = true
            return .read
        }
        last = sequence
        return .take
    }

    /// Announcements may have been missed: the log is to be read again.
    package mutating func doubt() {
        isReading = true
    }

    /// A read after `last` begins.
    package mutating func began() { asked = head }

    /// An event that was read and passed on; `false` when it was before.
    package mutating func took(_ sequence: Int) -> Bool {
        guard sequence > last else { return false }
        last = sequence
        head = max(head, sequence)
        return true
    }

    /// A read after `last` is done: the number of the first event it found, and whether it found as many as it asked for.
    ///
    /// Ask before the events are `took`; an empty read knows no first.
    package func read(first: Int?) -> Found {
        guard let first else { return .end }
        return first > last + 1 ? .lost(oldest: first) : .more
    }

    /// What was read has been passed on; a read that was not full has found the end, unless later events were announced.
    package mutating func finished(isFull: Bool, isEmpty: Bool) -> Found {
        // What was announced before the read and is not there yet comes with the next announcement or the next doubt.
        let isMissing = head > last && (!isEmpty || head > asked)
        guard !isFull, !isMissing else { return .more }
        isReading = false
        return .end
    }

    /// Goes on behind an event, whatever was missed before it.
    package mutating func skip(to sequence: Int) {
        last = sequence
        head = max(head, sequence)
    }
}
