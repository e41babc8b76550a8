import Testing
import Transport

@Suite("WebSockets over TLS", .timeLimit(.minutes(1)))
struct SecureWebSocketTests {
    private func connect(to host: String, certified name: String, trust: (String) -> TLSTrust) async throws -> Caller {
        let identity = try TLSIdentity(host: name)
        let server = try await ScriptedServer(.webSocket, tls: identity)
        return try Caller(port: server.port) {
            $0.server = ServerURL("wss://\(host):\(server.port)") ?? $0.server
            $0.trust = trust(identity.certificate)
        }
    }

    /// Why nobody was reached.
    private func cause(_ caller: Caller) async -> ConnectionFailure.Cause? {
        guard case .failed(.unreachable(let failure)) = await caller.next() else { return nil }
        return failure.cause
    }

    @Test("a certificate of a trusted authority opens the socket")
    func trusted() async throws {
        let caller = try await connect(to: "localhost", certified: "localhost") { .file($0) }
        #expect(await caller.next() == .opened)
        #expect(await caller.ask("hello") == .text("hello"))
    }

    @Test("a certificate nobody vouches for is refused")
    func untrusted() async throws {
        let caller = try await connect(to: "localhost", certified: "localhost") { _ in .system }
        #expect(await cause(caller) == .untrusted)
    }

    @Test("a certificate for another name is refused")
    func wrongName() async throws {
        let caller = try await connect(to: "localhost", certified: "example.org") { .file($0) }
        #expect(await cause(caller) == .otherName)
    }

    @Test("TLS towards a server without it fails")
    func noTLS() async throws {
        let server = try await ScriptedServer(.raw("HTTP/1.1 400 Bad Request\r\n\r\n"))
        let caller = try Caller(port: server.port) {
            $0.server = ServerURL("wss://localhost:\(server.port)") ?? $0.server
        }
        guard case .tls = await cause(caller) else {
            Issue.record("plain text was taken for TLS")
            return
        }
    }

    @Test("SSL_CERT_FILE names other authorities than the system's")
    func environment() {
        #expect(TLSTrust(["SSL_CERT_FILE": "/etc/own.pem"]) == .file("/etc/own.pem"))
        #expect(TLSTrust(["SSL_CERT_FILE": ""]) == .system)
        #expect(TLSTrust([:]) == .system)
    }

    @Test("a file of authorities that is not there is a failure of TLS")
    func noAuthorities() async throws {
        let caller = try await connect(to: "localhost", certified: "localhost") { _ in .file("/nowhere.pem") }
        guard case .tls = await cause(caller) else {
            Issue.record("nobody's word was enough")
            return
        }
    }

    @Test("every failure to connect is a sentence with the server in it, and most say what to do")
    func sentences() {
        let causes: [ConnectionFailure.Cause] = [
            .nameUnknown, .refused, .noRoute, .timedOut, .untrusted, .otherName, .tls("x"), .cut, .system(code: 13),
            .other("x"),
        ]
        for cause in causes {
            let failure = ConnectionFailure(endpoint: "rooms.example:443", cause: cause)
            #expect("\(failure)".contains("rooms.example:443"))
        }
        let refused = ConnectionFailure(endpoint: "h:1", cause: .refused)
        #expect("\(refused)" == "nobody listens at h:1: check host and port, and that the server runs")
        #expect("\(ConnectionFailure(endpoint: "h:1", cause: .system(code: 13)))".contains("Permission denied"))
    }
}
