import Access
import ControlAPI
import Document
import Store
import Supervision
import Surface
import Testing

@Suite("Handoffs over HTTP", .timeLimit(.minutes(1)))
struct HandoffRouteTests {
    private static let voice = VoiceAccess(url: "ws://127.0.0.1:1", apiKey: "devkey", apiSecret: "secret")

    @Test("a call goes to an operator who is there, who speaks in it and says what came of it; nobody else gets it")
    func handedOver() async throws {
        try await RunningServer.with(voice: Self.voice, mode: .users) { server in
            try await server.session("sess_a", owner: "somebody")
            let ann = try await Colleague(named: "ann", .operator, skills: ["spanish"], server)
            let ben = try await Colleague(named: "ben", .operator, server)
            let chief = try await Colleague(named: "cy", .admin, server)
            let session = "/api/sessions/sess_a"
            #expect(try await ann.send(server, "GET", session).status == 404)

            let asked = try await chief.send(
                server, "POST", "/api/handoff/request", ["session_id": "sess_a", "skills": ["spanish"]])
            #expect(asked.status == 201)
            #expect(asked.json["status"] == "offered")
            #expect(asked.json["operator"] == .string(ann.id))
            let wish: JSON = ["handoff_id": asked.json["handoff_id"] ?? .null]
            let mine = try await ann.send(server, "GET", "/api/handoff?status=offered").json["handoffs"]
            #expect(mine?.elements.map { $0["handoff_id"] } == [wish["handoff_id"]])

            #expect(try await ann.send(server, "POST", "/api/handoff/accept", wish).json["status"] == "accepted")
            let late = try await ben.send(server, "POST", "/api/handoff/accept", wish)
            #expect(late.status == 409)
            #expect(late.json["code"] == "already-decided")
            #expect(late.json["by"] == .string(ann.id))

            let barge = try await ann.send(server, "POST", "\(session)/supervisors", ["mode": "barge"])
            #expect(barge.status == 201)
            #expect(barge.json["livekit"]?["room"] == "sess_a")
            #expect(try await ben.send(server, "POST", "\(session)/supervisors", ["mode": "barge"]).status == 404)
            let path = "/api/handoff/\(wish["handoff_id"]?.string ?? "")/complete"
            let done = try await ann.send(server, "PUT", path, ["disposition": "resolved", "notes": "Booked."])
            #expect(done.status == 200)
            #expect(done.json["status"] == "completed")
            #expect(done.json["notes"] == "Booked.")
        }
    }

    @Test("a call that nobody was there for cannot be taken afterwards, and the surface says so")
    func nobodyThere() async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a")
            let asked = try await server.post("/api/handoff/request", ["session_id": "sess_a"])
            #expect(asked.status == 201)
            #expect(asked.json["status"] == "callback_scheduled")
            let id = asked.json["handoff_id"]?.string ?? ""
            let late = [
                ("acceptHandoff", try await server.post("/api/handoff/accept", ["handoff_id": .string(id)])),
                ("declineHandoff", try await server.post("/api/handoff/\(id)/decline", [:])),
            ]
            for (name, answer) in late {
                #expect(answer.status == 409)
                let codes = Surface.byName[name]?.allProblems.map(\.rawValue) ?? []
                #expect(codes.contains(answer.json["code"]?.string ?? ""), "\(name): \(answer.text)")
            }
        }
    }

    @Test("an operator takes the say in a session that they were given, and in no other")
    func lease() async throws {
        try await RunningServer.with(mode: .users) { server in
            let ann = try await Colleague(named: "ann", .operator, server)
            try await server.session("sess_a", owner: "somebody")
            try await server.session("sess_b", owner: "somebody")
            try await server.exchange.directory.share("sess_a", with: ann.id, isShared: true)
            try await ScriptedHolder.with("sess_a", server.exchange) {
                let path = "/api/sessions/sess_a/control-lease"
                let taken = try await ann.send(server, "PUT", path, ["ttl_s": 30])
                #expect(taken.status == 200)
                #expect(taken.json["holder"] == .string(ann.id))
                #expect(try await ann.send(server, "PUT", path, ["steal": true]).status == 403)
                let view = try await ann.send(server, "GET", "/api/sessions/sess_a").json
                #expect(view["capabilities"]?.elements.contains("lease") == true)
                #expect(try await ann.send(server, "DELETE", path).status == 204)
                #expect(try await ann.send(server, "PUT", "/api/sessions/sess_b/control-lease", [:]).status == 404)
            }
        }
    }
}
