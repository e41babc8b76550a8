package import Conversation
package import FoundationEssentials

/// Where the state of live sessions is kept: key `session:{session_id}`, 30 minutes after the last write (document 004).
///
/// One writer per session: the conversation's host. Readers get snapshots.
package protocol SessionStore: Sendable {
    /// The state of a session; `nil` when there is none or it expired.
    func state(of sessionID: String, now: Date) async throws(StoreError) -> ConversationState?

    /// Writes the state, whoever wrote before, and starts its lifetime anew.
    func save(_ state: ConversationState, now: Date) async throws(StoreError)

    /// The summary of a session; `nil` when there is none or it expired.
    func summary(of sessionID: String, now: Date) async throws(StoreError) -> SessionSummary?

    /// Writes the summary and starts the session's lifetime anew.
    func save(_ summary: SessionSummary, now: Date) async throws(StoreError)

    /// Every session that has not expired, newest first, as far as its summary can be read.
    func summaries(now: Date) async throws(StoreError) -> [SessionSummary]

    /// Forgets a session.
    func remove(_ sessionID: String) async throws(StoreError)
}
