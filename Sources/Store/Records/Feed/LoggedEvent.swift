package import Conversation
package import FoundationEssentials

/// An event with its place in the session's log.
package struct LoggedEvent: Hashable, Sendable {
    /// Counts from 1 within the session, without gaps.
    package let sequence: Int
    package let at: Date
    package let event: SessionEvent

    package init(sequence: Int, at: Date, event: SessionEvent) {
        self.sequence = sequence
        self.at = at
        self.event = event
    }
}
