import ControlAPI
import Conversation
import Feeds
import Testing

@Suite("Garbage, taken ports, shutdown", .timeLimit(.minutes(1)))
struct RobustnessTests {
    @Test("whatever bytes arrive on the port, the server goes on", arguments: 0..<4)
    func garbage(seed: UInt64) async throws {
        try await RunningServer.with(adjust: { $0.requestPatience = .milliseconds(300) }) { server in
            var state = seed &* 0x9e37_79b9_7f4a_7c15 | 1
            for _ in 0..<8 {
                let bytes = (0..<400).map { _ -> UInt8 in
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return UInt8(truncatingIfNeeded: state >> 33)
                }
                _ = try? await RawConnection.with(server.port) { connection in
                    try await connection.send(bytes)
                    _ = try await connection.readAll()
                }
            }
            let answer = try await server.request("GET", "/health")
            #expect(answer.status == 200)
        }
    }

    @Test(
        "a request that is cut short, or never comes, is given up",
        arguments: ["", "GET", "GET / HTTP/1.1\r\nHost:", "\u{16}\u{03}\u{01}", "POST /api/chat HTTP/1.1\r\n"])
    func cutShort(start: String) async throws {
        try await RunningServer.with(adjust: { $0.requestPatience = .seconds(2) }) { server in
            try await RawConnection.with(server.port) { connection in
                try await connection.send(start)
                let answer = Answer(parsing: try await connection.readAll())
                #expect(answer.status == 0 || answer.status == 400)
            }
            #expect(try await server.request("GET", "/health").status == 200)
        }
    }

    @Test(
        "a handshake that is none stays HTTP and is answered",
        arguments: [
            ("GET /ws HTTP/1.1", "Upgrade: websocket\r\nConnection: Upgrade\r\n", 426),
            ("GET /ws HTTP/1.1", "Upgrade: h2c\r\nConnection: Upgrade\r\n", 426),
            ("GET /health HTTP/1.1", "Upgrade: websocket\r\nConnection: Upgrade\r\n\(key)", 200),
            ("GET /ws HTTP/1.1", "Upgrade: websocket\r\nConnection: Upgrade\r\nContent-Length: 3\r\n\(key)", 426),
            ("POST /ws HTTP/1.1", "Upgrade: websocket\r\nConnection: Upgrade\r\nContent-Length: 3\r\n\(key)", 405),
        ])
    func noHandshake(line: String, fields: String, status: Int) async throws {
        try await RunningServer.with { server in
            try await RawConnection.with(server.port) { connection in
                try await connection.send("\(line)\r\nHost: 127.0.0.1:\(server.port)\r\n\(fields)\r\nabc")
                let head = try await connection.readHead()
                #expect(head.hasPrefix("HTTP/1.1 \(status) "))
            }
        }
    }

    private static let key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"

    @Test("two requests on one connection are both answered")
    func keepAlive() async throws {
        try await RunningServer.with { server in
            try await RawConnection.with(server.port) { connection in
                let host = "Host: 127.0.0.1:\(server.port)\r\n"
                try await connection.send(
                    "GET /health HTTP/1.1\r\n\(host)\r\nGET /nowhere HTTP/1.1\r\n\(host)Connection: close\r\n\r\n")
                let text = String(decoding: try await connection.readAll(), as: UTF8.self)
                #expect(text.contains("HTTP/1.1 200") && text.contains("HTTP/1.1 404"))
            }
        }
    }

    @Test("a port that is taken is an error with one sentence")
    func portTaken() async throws {
        try await RunningServer.with { server in
            let error = await #expect(throws: ControlError.self) {
                try await RunningServer.withoutWaiting(on: server.port)
            }
            #expect(error == .portTaken(host: "127.0.0.1", port: server.port))
            #expect(
                error?.description
                    == "Port \(server.port) on 127.0.0.1 is taken by another program; stop it or choose another port.")
        }
    }

    @Test("an open feed does not hold up a shutdown; it is told why it ends")
    func shutdown() async throws {
        let (ports, open) = AsyncStream<Int>.makeStream()
        let (opened, report) = AsyncStream<Void>.makeStream()
        async let closing = Self.lastWord(ports, report)
        let patient = { (configuration: inout ControlConfiguration) in
            configuration.feed.farewell = .milliseconds(100)
            // It ends because both sides said goodbye, not because one lost its patience.
            configuration.feed.closePatience = .seconds(600)
        }
        try await RunningServer.with(adjust: patient) { server in
            try await server.session()
            open.yield(server.port)
            _ = await opened.first { _ in true }
        }
        let last = try await closing
        #expect(last == .close(code: 1001, reason: "The server is shutting down."))
    }

    /// Opens a feed, says so, and waits for its end.
    private static func lastWord(
        _ ports: AsyncStream<Int>, _ opened: AsyncStream<Void>.Continuation
    ) async throws -> FeedClient.Message {
        guard let port = await ports.first(where: { _ in true }) else { return .end }
        return try await FeedClient.with(port: port, "/ws/sess_test") { feed in
            _ = try await feed.next()
            opened.yield()
            return try await feed.closing()
        }
    }
}
