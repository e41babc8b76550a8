import ControlAPI
import Conversation
import Foundation
import Host
import Supervision

/// Answers every message with the same words; fails on the message "break".
struct ScriptedConversations: Conversations {
    struct Broken: Error {}

    func tidy() async {}

    func answer(_ message: String, in session: SessionSummary, by principal: Principal) async throws -> ChatReply {
        if message == "break" { throw Broken() }
        var state = ConversationState(sessionID: session.id, createdAt: session.startedAt)
        state.currentAgent = .faq
        state.detectedIntent = "faq"
        state.confidence = 0.9
        state.turnCount = 1
        return ChatReply(response: "You said: \(message)", state: state, outcome: CommandOutcome(.applied))
    }
}
