import Conversation
import Document
import Testing

@Suite("Feeds", .timeLimit(.minutes(1)))
struct FeedTests {
    private func line(_ number: Int) -> SessionEvent.Kind {
        .transcript(role: .user, content: "line \(number)", agent: .router)
    }

    @Test("behind a cursor what happened before is replayed, what happens after follows, nothing twice, nothing lost")
    func replay() async throws {
        try await RunningServer.with { server in
            try await server.session()
            for number in 0..<50 { await server.append(line(number)) }
            try await FeedClient.with(server, "/ws/sess_test?after_seq=0") { feed in
                for number in 0..<50 {
                    let frame = try await feed.frame()
                    #expect(frame["content"] == .string("line \(number)"))
                }
                for number in 50..<100 {
                    await server.append(line(number))
                    let frame = try await feed.frame()
                    #expect(frame["content"] == .string("line \(number)"))
                }
            }
        }
    }

    @Test("a session's feed carries only its own frames, and none that document 004 does not know")
    func isolation() async throws {
        try await RunningServer.with { server in
            try await server.session()
            try await server.session("sess_other")
            try await FeedClient.with(server, "/ws/sess_test") { feed in
                // From its first heartbeat on a feed carries what happens.
                #expect(try await feed.next() == .text(#"{"type":"heartbeat"}"#))
                await server.append(line(1), to: "sess_other")
                await server.append(.extra(type: "secret", fields: [:]))
                await server.append(line(2))
                let frame = try await feed.frame()
                #expect(frame["content"] == "line 2")
            }
        }
    }

    @Test("the feed of all sessions names the session in every frame and tells of beginnings and ends")
    func everything() async throws {
        try await RunningServer.with { server in
            try await FeedClient.with(server, "/ws") { feed in
                #expect(try await feed.next() == .text(#"{"type":"heartbeat"}"#))
                try await server.session("sess_new")
                await server.append(.latency(Latency(llmMs: 5)), to: "sess_new")
                let first = try await feed.frame()
                #expect(first["type"] == "lifecycle")
                #expect(first["session"]?["status"] == "live")
                let second = try await feed.frame()
                #expect(second["type"] == "latency")
                #expect(second["session_id"] == "sess_new")
            }
        }
    }

    @Test("a session made over HTTP appears in the feed of all sessions")
    func created() async throws {
        try await RunningServer.with { server in
            try await FeedClient.with(server, "/ws") { feed in
                _ = try await feed.next()
                let id = try await server.post("/api/sessions", ["channel": "voice"]).json["session_id"]
                #expect(try await feed.frame()["session_id"] == id)
            }
        }
    }

    @Test("a session nobody knows closes its feed with 4404")
    func unknown() async throws {
        try await RunningServer.with { server in
            let closing = try await FeedClient.with(server, "/ws/sess_none") { try await $0.closing() }
            #expect(closing == .close(code: 4404, reason: "There is no such session."))
        }
    }

    @Test("a page of another origin is refused before the upgrade", arguments: ["http://evil.example", "null"])
    func foreign(origin: String) async throws {
        try await RunningServer.with { server in
            try await server.session()
            await #expect(throws: FeedClient.Refused(status: "403")) {
                try await FeedClient.with(server, FeedOpening("/ws/sess_test", origin: origin)) { _ in }
            }
            try await FeedClient.with(server, FeedOpening("/ws/sess_test", origin: "http://127.0.0.1:\(server.port)")) {
                feed in
                _ = try await feed.next()
            }
        }
    }

    @Test("a WebSocket to any other address is a 404")
    func elsewhere() async throws {
        try await RunningServer.with { server in
            await #expect(throws: FeedClient.Refused(status: "404")) {
                try await FeedClient.with(server, "/wsx/1") { _ in }
            }
        }
    }

    @Test("a client that leaves gets its goodbye back")
    func leaving() async throws {
        try await RunningServer.with { server in
            try await server.session()
            try await FeedClient.with(server, "/ws/sess_test") { feed in
                try await feed.send(8, [0x03, 0xe8])
                #expect(try await feed.closing() == .close(code: 1000, reason: ""))
                #expect(try await feed.next() == .end)
            }
        }
    }

    @Test("a frame that comes in one piece with the handshake is answered")
    func atOnce() async throws {
        try await RunningServer.with { server in
            try await server.session()
            try await RawConnection.with(server.port) { connection in
                let handshake = FeedClient.handshake(server.port, "/ws/sess_test")
                try await connection.send(Array(handshake.utf8) + FeedClient.bytes(1, Array(#"{"type":"ping"}"#.utf8)))
                _ = try await connection.readHead()
                var seen: [UInt8] = []
                let pong = Array(#"{"type":"pong"}"#.utf8)
                while !seen.indices.contains(where: { seen[$0...].starts(with: pong) }) {
                    seen += try await connection.read(1)
                }
            }
        }
    }
}
