import ControlAPI
import Testing

@Suite("Other origins", .timeLimit(.minutes(1)))
struct CrossOriginTests {
    private static let console = "https://console.example"

    @Test("a listed origin may ask, may send, and may read the answer")
    func listed() async throws {
        try await RunningServer.with(adjust: { $0.allowedOrigins = [Self.console] }) { server in
            let asked = try await server.request(
                "OPTIONS", "/api/sessions",
                headers: ["Origin": Self.console, "Access-Control-Request-Method": "POST"])
            #expect(asked.status == 204)
            #expect(asked.headers["access-control-allow-origin"] == Self.console)
            #expect(asked.headers["access-control-allow-headers"]?.contains("Idempotency-Key") == true)
            #expect(asked.headers["access-control-allow-credentials"] == nil)
            let sent = try await server.request("POST", "/api/sessions", "{}", headers: ["Origin": Self.console])
            #expect(sent.status == 201)
            #expect(sent.headers["access-control-allow-origin"] == Self.console)
            #expect(sent.headers["vary"] == "Origin")
        }
    }

    @Test("any other origin gets no permission", arguments: ["https://evil.example", "https://console.example.evil"])
    func unlisted(origin: String) async throws {
        try await RunningServer.with(adjust: { $0.allowedOrigins = [Self.console] }) { server in
            let asked = try await server.request(
                "OPTIONS", "/api/sessions", headers: ["Origin": origin, "Access-Control-Request-Method": "POST"])
            #expect(asked.headers["access-control-allow-origin"] == nil)
            let sent = try await server.request("POST", "/api/sessions", "{}", headers: ["Origin": origin])
            #expect(sent.status == 403)
            #expect(sent.headers["access-control-allow-origin"] == nil)
        }
    }
}
