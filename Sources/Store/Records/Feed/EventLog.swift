package import Conversation
package import FoundationEssentials

/// One append-only log per session: what feeds, pages and reports are projections of.
///
/// Sequence numbers count from 1 within a session. A stream that its reader does not drain in time *ends*: after the
/// last buffered event the reader subscribes again from the number after the last one it saw, and misses nothing that
/// the log still holds.
package protocol EventLog: Sendable {
    /// Appends and returns the event with its number; with the number 0 when it was refused, because another process has
    /// held the session since.
    @discardableResult
    func append(_ event: SessionEvent, at now: Date) async -> LoggedEvent

    /// At most `limit` events of a session after a number, oldest first; empty for an unknown session.
    func events(of sessionID: String, after sequence: Int, limit: Int) async -> [LoggedEvent]

    /// What the log holds of a session; `nil` for an unknown one.
    func extent(of sessionID: String) async -> LogExtent?

    /// What the log still holds from `sequence` on, then everything that is appended, in order and without a seam; only
    /// what is appended from now on when `sequence` is `Int.max`.
    func subscribe(to sessionID: String, from sequence: Int) async -> AsyncStream<LoggedEvent>

    /// Takes a session over from a process that ended: what it could not bring to the archive any more is brought there.
    func adopt(_ sessionID: String) async

    /// Everything appended to any session from now on.
    func subscribeToAll() async -> AsyncStream<LoggedEvent>
}

extension EventLog {
    package func adopt(_ sessionID: String) async {}

    /// All events of a session after a number, oldest first.
    package func events(of sessionID: String, after sequence: Int) async -> [LoggedEvent] {
        await events(of: sessionID, after: sequence, limit: .max)
    }
}
