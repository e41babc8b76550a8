import ControlAPI
import Conversation
import Foundation

/// Answers every message with the same words; fails on the message "break".
struct ScriptedDirectory: SessionDirectory {
    struct Broken: Error {}

    func tidy() async {}

    func answer(_ message: String, in session: SessionSummary) async throws -> ChatAnswer {
        if message == "break" { throw Broken() }
        var state = ConversationState(sessionID: session.id, createdAt: session.startedAt)
        state.currentAgent = .faq
        state.detectedIntent = "faq"
        state.confidence = 0.9
        state.turnCount = 1
        return ChatAnswer(response: "You said: \(message)", state: state)
    }
}
