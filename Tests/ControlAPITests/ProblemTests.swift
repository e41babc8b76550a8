import Conversation
import Document
import Testing

@Suite("Problems", .timeLimit(.minutes(1)))
struct ProblemTests {
    @Test("a body that is no JSON object is a 400", arguments: ["{", "[1]", "\"text\"", "nul", "{\"a\":1}}", "\u{0}"])
    func malformed(body: String) async throws {
        try await RunningServer.with { server in
            let answer = try await server.request("POST", "/api/chat", body)
            #expect(answer.status == 400)
            #expect(answer.headers["content-type"] == "application/problem+json")
            #expect(answer.json["type"] == "/problems/validation")
            #expect(answer.json["instance"] == "/api/chat")
            #expect(answer.json["request_id"]?.string?.isEmpty == false)
        }
    }

    @Test("a method nobody offers is a 405 that names those that are", arguments: ["PUT", "DELETE", "PATCH"])
    func method(name: String) async throws {
        try await RunningServer.with { server in
            let answer = try await server.request(name, "/api/sessions")
            #expect(answer.status == 405)
            #expect(answer.headers["allow"] == "POST, GET")
            #expect(answer.json["status"] == 405)
        }
    }

    @Test("an address that does not exist is a 404 problem")
    func notFound() async throws {
        try await RunningServer.with { server in
            let answer = try await server.request("GET", "/nowhere")
            #expect(answer.status == 404)
            #expect(answer.headers["content-type"] == "application/problem+json")
        }
    }

    @Test("a body over 1 MiB is a 413, whether its length is told or not", arguments: [true, false])
    func tooLarge(told: Bool) async throws {
        try await RunningServer.with { server in
            let body = #"{"message":""# + String(repeating: "x", count: 1 << 20) + #""}"#
            let chunked = "\(String(body.utf8.count, radix: 16))\r\n\(body)\r\n0\r\n\r\n"
            let answer =
                told
                ? try await server.request("POST", "/api/chat", body)
                : try await server.request("POST", "/api/chat", chunked, headers: ["Transfer-Encoding": "chunked"])
            #expect(answer.status == 413)
            #expect(try await server.request("GET", "/health").status == 200)
        }
    }

    @Test("a body of another type is a 415: a foreign page can send those without asking")
    func notJSON() async throws {
        try await RunningServer.with { server in
            let answer = try await server.request(
                "POST", "/api/sessions", #"{"channel":"voice"}"#, headers: ["Content-Type": "text/plain"])
            #expect(answer.status == 415)
        }
    }

    @Test(
        "a page of another origin may not change anything",
        arguments: ["http://evil.example", "null", "http://127.0.0.1"])
    func origin(name: String) async throws {
        try await RunningServer.with { server in
            let answer = try await server.request("POST", "/api/sessions", "{}", headers: ["Origin": name])
            #expect(answer.status == 403)
            let own = ["Origin": "http://127.0.0.1:\(server.port)"]
            #expect(try await server.request("POST", "/api/sessions", "{}", headers: own).status == 201)
        }
    }

    @Test("a feed's address without a WebSocket handshake is a 426")
    func upgradeRequired() async throws {
        try await RunningServer.with { server in
            let answer = try await server.request("GET", "/ws/sess_a")
            #expect(answer.status == 426)
            #expect(answer.headers["upgrade"] == "websocket")
        }
    }
}
