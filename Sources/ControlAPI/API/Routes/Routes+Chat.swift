import Conversation
import Document
import HTTPTypes
import Hummingbird
import HummingbirdCore

extension Routes {
    /// Characters in one typed message.
    private static let messageLimit = 2000

    /// `POST /api/chat` `{session_id, message}` → the agent's answer and how the conversation stands.
    func addChat(to endpoints: inout Endpoints) {
        endpoints.on(.post, "/api/chat") { request, _ in
            let body = try await request.object(limit: configuration.bodyLimit)
            let id = try body.text("session_id", limit: 128)
            let message = try body.text("message", limit: Self.messageLimit)
            let session = try await sessions.live(id)
            let answer = try await sessions.directory.answer(message, in: session)
            return Response(json: Self.json(answer, id))
        }
    }

    private static func json(_ answer: ChatAnswer, _ id: String) -> JSON {
        let state = answer.state
        return [
            "session_id": .string(id), "response": .string(answer.response),
            "current_agent": .string(state.currentAgent.rawValue),
            "intent": state.detectedIntent.map(JSON.string) ?? .null, "confidence": .number(state.confidence),
            "booking_slots": (try? JSON(encoding: state.bookingSlots)) ?? .null,
            "pending_tasks": (try? JSON(encoding: state.pendingTasks)) ?? .null,
            "turn_count": .int(state.turnCount),
        ]
    }
}
