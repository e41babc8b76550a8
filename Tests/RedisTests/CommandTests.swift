import Redis
import Servers
import Testing

@Suite("Commands to a Redis server") struct CommandTests {
    /// Runs the body with a client of the shared server and a key that nobody else uses.
    private func use<Value>(_ body: (RedisClient, String) async throws -> Value) async throws -> Value {
        let client = try RedisClient(url: await RedisServer.shared.value.url(), settings: .patient)
        let key = "test:\(UInt64.random(in: 0 ... .max))"
        do {
            let value = try await body(client, key)
            await client.close()
            return value
        } catch {
            await client.close()
            throw error
        }
    }

    @Test("bytes come back as they went in, whatever they say")
    func bytes() async throws {
        let values: [[UInt8]] = [
            [], [0], Array("\r\n".utf8), Array("*1\r\n$8\r\nFLUSHALL\r\n".utf8), Array("$-1\r\n".utf8), Array(0...255),
            Array("日本語 👩‍👩‍👧‍👦".utf8), Array(repeating: 13, count: 3_000_000),
        ]
        try await use { client, key in
            for bytes in values {
                #expect(try await client.command(["SET", key, bytes]) == .status("OK"))
                let isSame = try await client.command(["GET", key]) == .bulk(bytes)
                #expect(isSame, "\(bytes.prefix(20))…")
                #expect(try await client.command(["STRLEN", key]).integer == bytes.count)
            }
            try await client.command(["DEL", key])
        }
    }

    @Test("an argument of any bytes is a key as well")
    func keys() async throws {
        try await use { client, key in
            let wild = Array(key.utf8) + [0, 13, 10, 255]
            try await client.command(["SET", wild, 1])
            #expect(try await client.command(["EXISTS", wild]).integer == 1)
            #expect(try await client.command(["EXISTS", key]).integer == 0)
            try await client.command(["DEL", wild])
        }
    }

    @Test("every kind of reply is read")
    func replies() async throws {
        try await use { client, key in
            #expect(try await client.command(["GET", key]) == .null)
            #expect(try await client.command(["RPUSH", key, "a", 2, 0.5]) == .integer(3))
            let list = try await client.command(["LRANGE", key, 0, -1])
            #expect(list.array?.map(\.text) == ["a", "2", "0.5"])
            #expect(try await client.command(["LRANGE", "\(key):none", 0, -1]) == .array([]))
            let nested = try await client.script("return {1, {2, {'three', false}}, redis.status_reply('FOUR')}")
            #expect(
                nested
                    == .array([
                        .integer(1), .array([.integer(2), .array([.bulk(Array("three".utf8)), .null])]),
                        .status("FOUR"),
                    ]))
            try await client.command(["DEL", key])
        }
    }

    @Test("a refusal is told by its code, without the server's words")
    func refusals() async throws {
        try await use { client, key in
            try await client.command(["SET", key, "secret"])
            await #expect(throws: RedisError.refused(code: "WRONGTYPE")) { try await client.command(["LPOP", key]) }
            await #expect(throws: RedisError.refused(code: "ERR")) { try await client.command(["NOSUCH", "secret"]) }
            await #expect(throws: RedisError.refused(code: "EMPTY")) { try await client.command([]) }
            #expect(try await client.command(["GET", key]).text == "secret")
        }
    }

    @Test("a pipeline answers each command, also behind one that fails")
    func pipelines() async throws {
        try await use { client, key in
            let replies = try await client.pipeline([
                ["SET", key, 1], ["LPOP", key], ["INCR", key], ["GET", key], ["DEL", key],
            ])
            #expect(
                replies == [
                    .status("OK"), .error(code: "WRONGTYPE"), .integer(2), .bulk(Array("2".utf8)), .integer(1),
                ])
            #expect(try await client.pipeline([]) == [])
            let many = try await client.pipeline((1...5000).map { ["ECHO", $0] })
            #expect(many.map(\.text) == (1...5000).map { "\($0)" })
        }
    }

    @Test("a value expires when its time is over")
    func expiry() async throws {
        try await use { client, key in
            try await client.command(["SET", key, "x", "EX", 1800])
            let left = try await client.command(["TTL", key]).integer ?? 0
            #expect((1...1800).contains(left))
            // At a time in the past.
            try await client.command(["PEXPIREAT", key, 1])
            #expect(try await client.command(["GET", key]).isNull)
        }
    }

    @Test("callers at once get their own replies")
    func concurrency() async throws {
        try await use { client, key in
            let echoes = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<200 {
                    group.addTask {
                        try await client.command(["INCR", key])
                        return try await client.command(["ECHO", number]).text == "\(number)"
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(echoes.allSatisfy { $0 })
            #expect(try await client.command(["GET", key]).text == "200")
            try await client.command(["DEL", key])
        }
    }

    @Test("a script runs as one, is sent once, and again when the server forgot it")
    func scripts() async throws {
        try await use { client, key in
            let source = """
                if redis.call('GET', KEYS[1]) ~= ARGV[1] then return redis.error_reply('FENCED by another') end
                return redis.call('APPEND', KEYS[1], ARGV[2])
                """
            try await client.command(["SET", key, "a"])
            #expect(try await client.script(source, keys: [key], ["a", "\r\n\0"]) == .integer(4))
            #expect(try await client.script(source, keys: [key], ["a\r\n\0", [1, 2] as [UInt8]]) == .integer(6))
            await #expect(throws: RedisError.refused(code: "FENCED")) {
                try await client.script(source, keys: [key], ["a", "b"])
            }
            try await client.command(["SCRIPT", "FLUSH"])
            try await client.command(["SET", key, "c"])
            #expect(try await client.script(source, keys: [key], ["c", "d"]) == .integer(2))
            try await client.command(["DEL", key])
        }
    }

    @Test("a stream is read with a block that ends by itself")
    func blocking() async throws {
        try await use { client, key in
            let nothing = try await client.command(["XREAD", "BLOCK", 10, "STREAMS", key, "$"], within: .seconds(60))
            #expect(nothing.isNull)
            try await client.command(["XADD", key, "*", "field", "value"])
            let entries = try await client.command(["XREAD", "COUNT", 10, "STREAMS", key, "0"])
            let fields = entries.array?.first?.array?.last?.array?.first?.array?.last?.array?.map(\.text)
            #expect(fields == ["field", "value"])
            try await client.command(["DEL", key])
        }
    }

    @Test("each database of a server has its own keys")
    func databases() async throws {
        try await use { client, key in
            let other = try RedisClient(url: await RedisServer.shared.value.url(database: 7), settings: .patient)
            try await client.command(["SET", key, 1])
            #expect(try await other.command(["EXISTS", key]).integer == 0)
            try await client.command(["DEL", key])
            await other.close()
        }
    }
}
