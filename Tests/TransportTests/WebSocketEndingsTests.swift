import NIOHTTP1
import Testing
import Transport

@Suite("WebSocket endings", .timeLimit(.minutes(1)))
struct WebSocketEndingsTests {
    private func unreachable(_ port: Int, _ cause: ConnectionFailure.Cause) -> WebSocketError {
        .unreachable(ConnectionFailure(endpoint: "127.0.0.1:\(port)", cause: cause))
    }

    @Test("a refused connection says so")
    func refused() async throws {
        let server = try await ScriptedServer(.silence)
        let port = server.port
        try await server.stop()
        let caller = try Caller(port: port)
        #expect(await caller.next() == .failed(unreachable(port, .refused)))
        #expect(await caller.next() == nil)
    }

    @Test("a name without an address says so")
    func nameUnknown() async throws {
        // A label of 64 letters is no name, so that nobody has to be asked (RFC 1035, section 2.3.4).
        let host = String(repeating: "a", count: 64) + ".invalid"
        let caller = try Caller(port: 1) { $0.server = ServerURL("ws://\(host):1") ?? $0.server }
        let failure = ConnectionFailure(endpoint: "\(host):1", cause: .nameUnknown)
        #expect(await caller.next() == .failed(.unreachable(failure)))
    }

    @Test(
        "an HTTP answer is handed over with status and body",
        arguments: [
            (401, "invalid token"), (404, ""), (503, "no node"),
        ])
    func httpAnswer(_ status: Int, _ body: String) async throws {
        let server = try await ScriptedServer(.http(.init(statusCode: status), body: body))
        let caller = try Caller(port: server.port, token: "secret")
        #expect(await caller.next() == .failed(.refused(status: status, body: body)))
        #expect(await caller.next() == nil)
    }

    @Test("a refusal that never ends runs into the time limit")
    func endlessBody() async throws {
        let server = try await ScriptedServer(.raw("HTTP/1.1 500 Oops\r\ncontent-length: 100\r\n\r\nhalf"))
        let caller = try Caller(port: server.port) { $0.connectTimeout = .milliseconds(200) }
        #expect(await caller.next() == .failed(unreachable(server.port, .timedOut)))
    }

    @Test("a body is cut at 64 KiB")
    func longBody() async throws {
        let body = String(repeating: "x", count: 100_000)
        let server = try await ScriptedServer(.http(.badRequest, body: body))
        let caller = try Caller(port: server.port)
        #expect(await caller.next() == .failed(.refused(status: 400, body: String(body.prefix(65_536)))))
    }

    @Test(
        "garbage instead of HTTP is a failed handshake", arguments: ["\0\u{1}\u{2}nonsense\r\n\r\n", "SSH-2.0-x\r\n"])
    func garbage(_ text: String) async throws {
        let server = try await ScriptedServer(.raw(text))
        let caller = try Caller(port: server.port)
        guard case .failed(.handshakeFailed) = await caller.next() else {
            Issue.record("garbage was taken for an answer")
            return
        }
        #expect(await caller.next() == nil)
    }

    @Test("a 101 with the wrong key is a failed handshake")
    func wrongKey() async throws {
        let answer = "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n"
        let server = try await ScriptedServer(.raw(answer + "sec-websocket-accept: AAAA\r\n\r\n"))
        let caller = try Caller(port: server.port)
        guard case .failed(.handshakeFailed) = await caller.next() else {
            Issue.record("the wrong key was taken")
            return
        }
    }

    @Test("a server that never answers runs into the time limit")
    func timeout() async throws {
        let server = try await ScriptedServer(.silence)
        let caller = try Caller(port: server.port) { $0.connectTimeout = .milliseconds(100) }
        let start = ContinuousClock.now
        #expect(await caller.next() == .failed(unreachable(server.port, .timedOut)))
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    @Test("a server that hangs up during the handshake is lost")
    func hangUp() async throws {
        let server = try await ScriptedServer(.hangUp)
        let caller = try Caller(port: server.port)
        #expect(await caller.next() == .failed(.lost))
    }

    @Test("the peer's close code and reason are told")
    func closedByPeer() async throws {
        let caller = try Caller(port: try await ScriptedServer(.webSocket).port)
        #expect(await caller.next() == .opened)
        #expect(await caller.ask("close") == .closed(code: 4000, reason: "done"))
        #expect(await caller.next() == nil)
    }

    @Test("our close is confirmed by the peer")
    func closedByUs() async throws {
        let caller = try Caller(port: try await ScriptedServer(.webSocket).port)
        #expect(await caller.next() == .opened)
        caller.client.close(code: 1001, reason: "bye")
        caller.client.close()
        #expect(await caller.next() == .closed(code: 1001, reason: "bye"))
        #expect(await caller.next() == nil)
    }

    @Test("closing before the connection stands ends it at once")
    func closedEarly() async throws {
        let caller = try Caller(port: try await ScriptedServer(.silence).port)
        caller.client.close()
        #expect(await caller.next() == .closed(code: 1000, reason: ""))
    }

    @Test("a connection cut without a close frame is lost, and later messages are dropped")
    func lost() async throws {
        let caller = try Caller(port: try await ScriptedServer(.webSocket).port)
        #expect(await caller.next() == .opened)
        #expect(await caller.ask("drop") == .failed(.lost))
        caller.client.send("nobody hears this")
        #expect(await caller.next() == nil)
    }

    @Test("a peer that falls silent is noticed by keep-alive")
    func silent() async throws {
        // After the handshake this peer answers nothing, not even pings.
        let server = try await MuteServer()
        let caller = try Caller(port: server.port) { $0.keepAlive = .milliseconds(30) }
        #expect(await caller.next() == .opened)
        #expect(await caller.next() == .failed(.silent))
    }

    @Test("no failure mentions the token")
    func secrecy() async throws {
        let server = try await ScriptedServer(.http(.unauthorized, body: "no"))
        let caller = try Caller(port: server.port, token: "very-secret")
        let event = try #require(await caller.next())
        #expect(!"\(event)".contains("very-secret"))
        #expect(!"\(caller.client)".contains("very-secret"))
    }
}
