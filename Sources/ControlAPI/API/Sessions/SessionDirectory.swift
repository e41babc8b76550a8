package import Conversation

/// Finds the conversation of a session in this process, so that a voice call and a text chat of one session are one
/// conversation.
package protocol SessionDirectory: Sendable {
    /// Answers one typed message. The conversation is made when the first message comes.
    ///
    /// Throws what the conversation throws; the API answers 500 and logs it.
    func answer(_ message: String, in session: SessionSummary) async throws -> ChatAnswer

    /// Forgets conversations nobody goes on with. Called once a minute.
    func tidy() async
}
