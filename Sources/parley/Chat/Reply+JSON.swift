import Conversation
import Document
import Host

extension Reply {
    /// The reply as one JSON object, with the session it belongs to.
    func json(session: String) -> JSON {
        [
            "session_id": .string(session), "id": .string(id), "text": .string(text),
            "question": question.map { .string($0.rawValue) } ?? .null, "intent": intent.map(JSON.string) ?? .null,
            "agent": .string(agent.rawValue), "node": .string(node),
            "ends": .bool(endsCall), "latency_ms": .number((latency / .milliseconds(1) * 1000).rounded() / 1000),
        ]
    }
}
