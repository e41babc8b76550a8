package import Conversation
package import Document
package import FoundationEssentials

/// An event with its place in the session's log, written as its frame: once, for all who read it.
package struct LoggedEvent: Hashable, Sendable {
    /// Counts from 1 within the session, without gaps.
    package let sequence: Int
    package let at: Date
    package let sessionID: String
    /// The frame's `type`.
    package let type: String
    /// Whether document 004 knows this kind of frame.
    package let isDocumented: Bool
    /// The frame of document 004, or an additional one, as JSON text without line breaks.
    package let text: String

    package init(
        sequence: Int, at: Date, sessionID: String, type: String, isDocumented: Bool, text: String
    ) {
        self.sequence = sequence
        self.at = at
        self.sessionID = sessionID
        self.type = type
        self.isDocumented = isDocumented
        self.text = text
    }

    package init(_ event: SessionEvent, sequence: Int, at: Date) {
        let frame = event.frame()
        self.init(
            sequence: sequence, at: at, sessionID: event.sessionID, type: frame["type"]?.string ?? "",
            isDocumented: event.isDocumented, text: frame.text)
    }

    /// The same event at another place.
    func numbered(_ sequence: Int) -> LoggedEvent {
        LoggedEvent(
            sequence: sequence, at: at, sessionID: sessionID, type: type, isDocumented: isDocumented, text: text)
    }

    /// Unique among all events.
    package var id: String { "evt_\(sessionID)_\(sequence)" }

    /// The frame as a value.
    package var frame: JSON { (try? JSON(parsing: text)) ?? [:] }
}
