package import Conversation

/// Looks for a human colleague while the conversation goes on.
package protocol HumanResponder: Sendable {
    /// Returns when the search is over; throws when it failed. Cancelled when the session ends.
    func check(_ task: BackgroundTask) async throws -> HumanAnswer
}
