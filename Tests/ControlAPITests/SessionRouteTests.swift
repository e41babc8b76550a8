import Conversation
import Document
import Testing

@Suite("Sessions and health", .timeLimit(.minutes(1)))
struct SessionRouteTests {
    @Test("a healthy server says so, with the number of live sessions")
    func health() async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a")
            try await server.session("sess_b", endedBecause: "caller_left")
            let answer = try await server.request("GET", "/health")
            #expect(answer.status == 200)
            #expect(answer.json["status"] == "healthy")
            #expect(answer.json["sessions"] == 1)
        }
    }

    @Test("a new session has an id, a room of its own and an end", arguments: ["voice", "chat"])
    func create(channel: String) async throws {
        try await RunningServer.with { server in
            let answer = try await server.post("/api/sessions", ["channel": .string(channel)])
            let id = try #require(answer.json["session_id"]?.string)
            #expect(answer.status == 201)
            #expect(id.hasPrefix("sess_") && id.count == 31)
            #expect(answer.json["room"]?.string == id)
            #expect(answer.json["channel"]?.string == channel)
            #expect(answer.json["websocket"]?.string == "/ws/\(id)")
            #expect(answer.json["expires_at"]?.string?.hasSuffix("Z") == true)
            let listed = try await server.request("GET", "/api/sessions").json["sessions"]?.elements.first
            #expect(listed?["session_id"]?.string == id)
            #expect(listed?["status"] == "live")
        }
    }

    @Test("a request without a body makes a chat session, as document 004's check-list does")
    func createWithoutBody() async throws {
        try await RunningServer.with { server in
            let answer = try await server.request("POST", "/api/sessions", headers: ["Content-Length": "0"])
            #expect(answer.status == 201)
            #expect(answer.json["channel"] == "chat")
        }
    }

    @Test("a channel nobody knows is refused and named")
    func wrongChannel() async throws {
        try await RunningServer.with { server in
            let answer = try await server.post("/api/sessions", ["channel": "fax"])
            #expect(answer.status == 400)
            #expect(answer.json["errors"]?.elements.first?["pointer"] == "/channel")
        }
    }

    @Test("the list holds ended sessions too, newest first")
    func list() async throws {
        try await RunningServer.with { server in
            try await server.session("sess_old", endedBecause: "goodbye")
            try await server.session("sess_new")
            let sessions = try await server.request("GET", "/api/sessions").json["sessions"]?.elements ?? []
            #expect(sessions.map { $0["session_id"]?.string } == ["sess_new", "sess_old"])
            #expect(sessions.last?["end_reason"] == "goodbye")
        }
    }

    @Test("one session can be asked for; one that does not exist is a 404 with a sentence")
    func one() async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a")
            #expect(try await server.request("GET", "/api/sessions/sess_a").json["session_id"] == "sess_a")
            let missing = try await server.request("GET", "/api/sessions/sess_z")
            #expect(missing.status == 404)
            #expect(missing.json["detail"] == "There is no session with this id, or it has expired.")
        }
    }
}
