import Conversation
import Document
import Testing

@Suite("Chat", .timeLimit(.minutes(1)))
struct ChatRouteTests {
    @Test("a message is answered in the shape of document 004")
    func answer() async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a")
            let answer = try await server.post("/api/chat", ["session_id": "sess_a", "message": "  Hello  "])
            #expect(answer.status == 200)
            #expect(answer.json["response"] == "You said: Hello")
            #expect(answer.json["session_id"] == "sess_a")
            #expect(answer.json["current_agent"] == "faq")
            #expect(answer.json["intent"] == "faq")
            #expect(answer.json["confidence"]?.double == 0.9)
            #expect(answer.json["booking_slots"]?["service_type"]?.isNull == true)
            #expect(answer.json["pending_tasks"] == [])
        }
    }

    @Test(
        "what is missing or wrong is named by its pointer",
        arguments: [
            (["message": "Hello"], "/session_id"), (["session_id": "sess_a"], "/message"),
            (["session_id": "sess_a", "message": "   "], "/message"),
            (["session_id": 7, "message": "Hello"], "/session_id"),
            (["session_id": "sess_a", "message": .string(String(repeating: "x", count: 2001))], "/message"),
        ] as [(JSON, String)])
    func invalid(body: JSON, pointer: String) async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a")
            let answer = try await server.post("/api/chat", body)
            #expect(answer.status == 400)
            #expect(answer.json["errors"]?.elements.first?["pointer"]?.string == pointer)
        }
    }

    @Test("an ended session answers 409 and says why it ended")
    func ended() async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a", endedBecause: "caller_left")
            let answer = try await server.post("/api/chat", ["session_id": "sess_a", "message": "Hello"])
            #expect(answer.status == 409)
            #expect(answer.json["code"] == "session-ended")
            #expect(answer.json["end_reason"] == "caller_left")
        }
    }

    @Test("a session nobody made is a 404")
    func unknown() async throws {
        try await RunningServer.with { server in
            let answer = try await server.post("/api/chat", ["session_id": "sess_z", "message": "Hello"])
            #expect(answer.status == 404)
        }
    }

    @Test("a conversation that fails is a 500 that tells nothing of its inside, and the next message is answered")
    func failure() async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a")
            let answer = try await server.post("/api/chat", ["session_id": "sess_a", "message": "break"])
            #expect(answer.status == 500)
            #expect(!answer.text.contains("Broken"))
            #expect(try await server.post("/api/chat", ["session_id": "sess_a", "message": "Hi"]).status == 200)
        }
    }
}
