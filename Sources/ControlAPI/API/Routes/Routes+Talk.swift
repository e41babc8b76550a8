import Conversation
import Document
import Foundation
import Host
import Store
import Supervision
import Surface
import Token

extension Routes {
    /// Chat and voice.
    func addTalk(to endpoints: inout Endpoints) {
        endpoints.serve("chat") { call in try await chat(call) }
        endpoints.serve("createVoiceToken") { call in
            let record = try await sessions.live(try call.text("session_id"), in: call.scope)
            guard let access = configuration.voice else { throw Problem.noVoice }
            let token = try Self.token(call, record.summary, access)
            await plane.audit(call, "token.voice", on: record.summary.id, after: ["identity": .string(token.identity)])
            return HTTPReply(try access.entry(token, now: call.now))
        }
    }

    /// `{session_id, message}` → the agent's answer and how the conversation stands.
    private func chat(_ call: Call) async throws -> HTTPReply {
        let id = try call.text("session_id")
        let message = try call.text("message")
        let record = try await sessions.live(id, in: call.scope)
        let isFree = plane.turns.begin(id)
        defer { plane.turns.end(id) }
        if !isFree, call.body["multitask"] == "reject" {
            throw Problem(.conflict, "A turn of this session is under way.")
        }
        let reply = try await sessions.conversations.answer(message, in: record.summary, by: call.principal)
        return HTTPReply(Self.json(reply, id))
    }

    /// Without an answer, when a person has the say, the response is empty.
    private static func json(_ reply: ChatReply, _ id: String) -> JSON {
        let state = reply.state
        return [
            "session_id": .string(id), "response": .string(reply.response ?? ""),
            "current_agent": .string((state?.currentAgent ?? .router).rawValue),
            "intent": state?.detectedIntent.map(JSON.string) ?? .null, "confidence": .number(state?.confidence ?? 0),
            "booking_slots": (try? JSON(encoding: state?.bookingSlots)) ?? .null,
            "pending_tasks": (try? JSON(encoding: state?.pendingTasks ?? [])) ?? .null,
            "turn_count": .int(state?.turnCount ?? 0),
        ]
    }

    /// The attribute by which a worker knows who lets the call be recorded.
    private static let recordingConsent = "parley.recording_consent"

    /// The room is the session's id, so a worker that is sent into the room knows the session.
    private static func token(
        _ call: Call, _ summary: SessionSummary, _ access: VoiceAccess
    ) throws(Problem) -> AccessToken {
        let room = summary.room ?? summary.id
        let suffix = call.body["participant"]?.string.map { "-" + $0 } ?? ""
        switch call.principal.role {
        case .operator, .supervisor:
            return .colleague(
                "\(call.principal.role.rawValue)-\(call.principal.id)", name: call.principal.name, in: room)
        case .caller, .admin, .worker:
            let identity = "caller-\(summary.id)\(suffix)"
            guard identity.utf8.count <= 256 else { throw .invalid("/participant", "participant is too long") }
            var token = AccessToken.caller(identity, name: "Caller", in: room, agent: access.agentName)
            if call.body["recording_consent"]?.bool == true { token.attributes[Self.recordingConsent] = "true" }
            return token
        }
    }
}
