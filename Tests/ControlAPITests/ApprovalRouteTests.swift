import Conversation
import Document
import Foundation
import Store
import Supervision
import Testing

@Suite("Approvals", .timeLimit(.minutes(1)))
struct ApprovalRouteTests {
    private static let id = "sess_a:1"
    private static let path = "/api/approvals/sess_a:1"

    @Test("a question is listed, decided by the session's holder, and not decided otherwise again")
    func decide() async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a")
            await Self.tell("pending", server)
            let list = try await server.request("GET", "/api/approvals?status=pending").json
            #expect(list["approvals"]?.elements.map { $0["id"]?.string } == [Self.id])
            try await ScriptedHolder.with("sess_a", server.exchange) {
                let decided = try await Self.decide("approve", key: "a", server)
                #expect(decided.status == 200)
                #expect(decided.json["status"] == "approved")
                await Self.tell("approved", server)
                #expect(try await Self.decide("approve", key: "b", server).status == 200)
                let other = try await Self.decide("reject", key: "c", server)
                #expect(other.status == 409)
                #expect(other.json["code"] == "already-decided")
                #expect(other.json["decision"] == "approved")
                #expect(other.json["by"] == "usr_a")
            }
        }
    }

    @Test("what a decision lacks is named", arguments: [("edit", "/args"), ("respond", "/message")])
    func lacking(decision: String, pointer: String) async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a")
            await Self.tell("pending", server)
            let answer = try await Self.decide(decision, key: "a", server)
            #expect(answer.status == 400)
            #expect(answer.json["errors"]?.elements.first?["pointer"]?.string == pointer)
        }
    }

    private static func decide(_ decision: String, key: String, _ server: RunningServer) async throws -> Answer {
        let body: JSON = ["decision": .string(decision)]
        return try await server.request(
            "POST", "\(path)/decision", body.text, headers: ["Idempotency-Key": key])
    }

    private static func tell(_ status: String, _ server: RunningServer) async {
        let fields: [String: JSON] = [
            "approval_id": .string(id), "tool": "book_appt", "arguments": ["day": "2026-11-23"],
            "prompt": "Book it?", "status": .string(status),
            "decided_by": status == "pending" ? .null : "usr_a",
        ]
        await server.append(.extra(type: "approval", fields: fields), to: "sess_a")
    }
}
