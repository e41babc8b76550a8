import Redis
import Servers
import Testing

@Suite("A Redis server that fails") struct OutageTests {
    private static func isUnavailable(_ error: RedisError?) -> Bool {
        guard case .unavailable? = error else { return false }
        return true
    }

    @Test("a server that is killed is unavailable, and is used again when it is back")
    func outage() async throws {
        let server = try await RedisServer.start()
        let client = try RedisClient(url: server.url(), settings: .patient)
        try await client.command(["SET", "a", 1])
        #expect(try await client.script("return 1") == .integer(1))
        await server.stop()
        for _ in 0..<2 {
            let error = await #expect(throws: RedisError.self) { try await client.command(["GET", "a"]) }
            #expect(Self.isUnavailable(error), "\(String(describing: error))")
        }
        try await server.restart()
        #expect(try await client.command(["GET", "a"]).isNull)
        // The new server has never seen the script.
        #expect(try await client.script("return 1") == .integer(1))
        await client.close()
        await server.end()
    }

    @Test("a server that was started anew between two commands is not noticed")
    func restart() async throws {
        let server = try await RedisServer.start()
        var settings = RedisSettings.patient
        settings.connections = 1
        let client = try RedisClient(url: server.url(), settings: settings)
        try await client.command(["PING"])
        try await server.restart()
        #expect(try await client.command(["PING"]) == .status("PONG"))
        await client.close()
        await server.end()
    }

    @Test("a command that is answered late fails, and its answer is not taken for the next one's")
    func lateReply() async throws {
        let server = try await RedisServer.start()
        var settings = RedisSettings.patient
        settings.connections = 1
        let client = try RedisClient(url: server.url(), settings: settings)
        try await client.command(["PING"])
        server.pause()
        await #expect(throws: RedisError.timedOut) {
            try await client.command(["ECHO", "late"], within: .milliseconds(50))
        }
        // Sent before the late answer comes: on the same connection it would be answered by that.
        let next = Task { try await client.command(["ECHO", "next"]) }
        try await Task.sleep(for: .milliseconds(200))
        server.resume()
        #expect(try await next.value.text == "next")
        await client.close()
        await server.end()
    }

    @Test("a server that never answers is given up in time")
    func silence() async throws {
        let silent = try SilentServer()
        var settings = RedisSettings.patient
        settings.timeout = .milliseconds(100)
        let client = try RedisClient(url: "redis://127.0.0.1:\(silent.port)", settings: settings)
        await #expect(throws: RedisError.unavailable("the server does not answer")) {
            try await client.command(["PING"])
        }
        await client.close()
    }

    @Test("nobody at the address is unavailable")
    func nobody() async throws {
        let server = try await RedisServer.start()
        await server.end()
        let client = try RedisClient(url: server.url(), settings: .patient)
        let error = await #expect(throws: RedisError.self) { try await client.command(["PING"]) }
        #expect(Self.isUnavailable(error), "\(String(describing: error))")
        await client.close()
    }

    @Test("the password is asked for, and never told")
    func passwords() async throws {
        let server = try await RedisServer.start(password: "a/b@c d")
        let client = try RedisClient(url: server.url(), settings: .patient)
        #expect(try await client.command(["PING"]) == .status("PONG"))
        await client.close()
        let urls = [
            "redis://127.0.0.1:\(server.port)", "redis://:secret@127.0.0.1:\(server.port)",
            "redis://nobody:secret@127.0.0.1:\(server.port)",
        ]
        for (url, code) in zip(urls, ["NOAUTH", "WRONGPASS", "WRONGPASS"]) {
            let stranger = try RedisClient(url: url, settings: .patient)
            let error = await #expect(throws: RedisError.self) { try await stranger.command(["PING"]) }
            guard case .cannotOpen(let sentence)? = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(sentence.hasSuffix(code))
            #expect(!sentence.contains("secret"))
            await stranger.close()
        }
        await server.end()
    }

    @Test("a database that the server does not have is told")
    func database() async throws {
        let client = try RedisClient(url: await RedisServer.shared.value.url(database: 99), settings: .patient)
        await #expect(throws: RedisError.cannotOpen("Redis refuses the database's number with ERR")) {
            try await client.command(["PING"])
        }
        await client.close()
    }

    @Test("a closed client refuses")
    func closing() async throws {
        let client = try RedisClient(url: await RedisServer.shared.value.url(), settings: .patient)
        await client.close()
        await #expect(throws: RedisError.closed) { try await client.command(["PING"]) }
    }

    @Test("no more callers wait than may, and who was cancelled has sent nothing")
    func overload() async throws {
        let server = try await RedisServer.start()
        var settings = RedisSettings.patient
        settings.connections = 1
        settings.waiting = 1
        let client = try RedisClient(url: server.url(), settings: settings)
        let observer = try RedisClient(url: server.url(), settings: .patient)
        let holder = Task { try await client.command(["BLPOP", "gate", 0]) }
        while try await observer.command(["INFO", "clients"]).text?.contains("blocked_clients:1") != true {}
        // One waits until it is cancelled, two are refused.
        let errors = await withTaskGroup(of: RedisError?.self) { group in
            for _ in 0..<3 { group.addTask { await Self.failure(["INCR", "n"], of: client) } }
            let refused = [await group.next() ?? nil, await group.next() ?? nil]
            group.cancelAll()
            return refused + [await group.next() ?? nil]
        }
        #expect(errors == [.overloaded(waiting: 1), .overloaded(waiting: 1), .cancelled])
        try await observer.command(["RPUSH", "gate", "open"])
        #expect(try await holder.value.array?.last?.text == "open")
        #expect(try await client.command(["EXISTS", "n"]) == .integer(0))
        await client.close()
        await observer.close()
        await server.end()
    }

    private static func failure(_ command: RedisCommand, of client: RedisClient) async -> RedisError? {
        do throws(RedisError) {
            try await client.command(command)
            return nil
        } catch {
            return error
        }
    }
}
