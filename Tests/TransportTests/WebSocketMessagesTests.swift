import Testing
import Transport

@Suite("WebSocket messages", .timeLimit(.minutes(1)))
struct WebSocketMessagesTests {
    private func open(_ change: (inout WebSocketRequest) -> Void = { _ in }) async throws -> Caller {
        let server = try await ScriptedServer(.webSocket)
        let caller = try Caller(port: server.port, token: "the-token", change: change)
        #expect(await caller.next() == .opened)
        return caller
    }

    @Test("text and binary messages come back as they were sent")
    func echo() async throws {
        let caller = try await open()
        #expect(await caller.ask("hello, wörld") == .text("hello, wörld"))
        caller.client.send([0, 1, 255])
        #expect(await caller.next() == .binary([0, 1, 255]))
    }

    @Test("messages of every length class arrive whole", arguments: [0, 1, 125, 126, 127, 65_535, 65_536, 2 << 20])
    func lengths(_ count: Int) async throws {
        let caller = try await open()
        let message = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        caller.client.send(message)
        #expect(await caller.next() == .binary(message))
    }

    @Test("a message that comes together with the server's 101 is not lost")
    func greeting() async throws {
        let server = try await ScriptedServer(.webSocket)
        for _ in 0..<40 {
            let caller = try Caller(port: server.port) { $0.target = "/greeting" }
            #expect(await caller.next() == .opened)
            #expect(await caller.next() == .text("welcome"))
            #expect(await caller.ask("and you?") == .text("and you?"))
        }
    }

    @Test("many messages sent at once keep their order")
    func order() async throws {
        let caller = try await open()
        for number in 0..<500 { caller.client.send("\(number)") }
        for number in 0..<500 {
            let event = await caller.next()
            #expect(event == .text("\(number)"))
        }
    }

    @Test("the token travels in the Authorization header, the target unchanged")
    func authorization() async throws {
        let caller = try await open()
        #expect(await caller.ask("request") == .text("/rtc/v1?a=b Bearer the-token"))
    }

    @Test("fragments are joined, and a ping between them is answered")
    func fragments() async throws {
        let caller = try await open()
        #expect(await caller.ask("fragments") == .binary([1, 2, 3, 4, 5]))
        #expect(await caller.next() == .text("pong between"))
    }

    @Test("a ping is answered with its own payload")
    func pong() async throws {
        let caller = try await open()
        #expect(await caller.ask("ping me") == .text("pong 42"))
    }

    @Test("keep-alive pings by itself")
    func keepAlive() async throws {
        let caller = try await open { $0.keepAlive = .seconds(1) }
        #expect(await caller.next() == .text("pinged"))
    }

    @Test("more than two mebibytes end the connection", arguments: ["huge", "endless"])
    func tooLarge(_ command: String) async throws {
        let caller = try await open()
        #expect(await caller.ask(command) == .failed(.messageTooLarge))
        #expect(await caller.next() == nil)
    }

    @Test(
        "a server that masks, or sets bits that mean nothing, ends the connection", arguments: ["masked", "reserved"])
    func breach(_ command: String) async throws {
        let caller = try await open()
        guard case .failed(.protocolViolation) = await caller.ask(command) else {
            Issue.record("the connection lives")
            return
        }
        #expect(await caller.next() == nil)
    }

    @Test("text that is not UTF-8 ends the connection")
    func notUTF8() async throws {
        let caller = try await open()
        #expect(await caller.ask("not UTF-8") == .failed(.protocolViolation("text that is not UTF-8")))
    }

    @Test("a continuation of nothing ends the connection")
    func stray() async throws {
        let caller = try await open()
        guard case .failed(.protocolViolation) = await caller.ask("stray") else {
            Issue.record("the connection lives")
            return
        }
    }

    @Test("a peer that does not read ends the connection instead of filling memory")
    func backlog() async throws {
        let caller = try await open { $0.maximumBacklog = 1000 }
        caller.client.send([UInt8](repeating: 0, count: 1001))
        #expect(await caller.next() == .failed(.backlogged))
    }

    @Test("frames without a payload take their place in the queue too")
    func emptyBacklog() async throws {
        let caller = try await open { $0.maximumBacklog = 10 }
        caller.client.send([UInt8]())
        #expect(await caller.next() == .failed(.backlogged))
    }
}
