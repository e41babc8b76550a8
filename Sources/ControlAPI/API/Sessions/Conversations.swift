package import Conversation
package import Host
package import Supervision

/// Finds the conversation of a session, so that a voice call and a text chat of one session are one conversation.
package protocol Conversations: Sendable {
    /// Answers one typed message, wherever the session is held. The conversation is made when the first message comes.
    ///
    /// Throws what the conversation throws; the API answers 500 and logs it.
    func answer(_ message: String, in session: SessionSummary, by principal: Principal) async throws -> ChatReply

    /// Forgets conversations nobody goes on with. Called once a minute.
    func tidy() async
}
