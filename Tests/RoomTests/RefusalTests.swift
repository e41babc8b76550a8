import Room
import Testing
import Timing

@Suite("A server that does not let us in") struct RefusalTests {
    @Test(
        "a refusal that stays one ends the room at once, and says why",
        arguments: [
            (401, "invalid token", RoomFailure.unauthorized("invalid token")),
            (403, "no grant", .unauthorized("no grant")),
            (404, "requested room does not exist", .roomNotFound("requested room does not exist")),
            (400, "identity cannot be empty", .badRequest("identity cannot be empty")),
        ])
    func final(status: Int, reason: String, failure: RoomFailure) throws {
        let stage = try RoomStage()
        stage.connect()
        stage.refuse(status, reason)
        stage.run(for: .seconds(60))
        #expect(stage.failure == .some(failure))
        #expect(stage.openings.count == 1 && stage.reconnections.isEmpty)
        #expect(stage.timeout == nil)
    }

    @Test(
        "a server in trouble, or none, is tried three times more before the room gives up",
        arguments: [(500, "HTTP 500: busy"), (503, "HTTP 503: busy"), (429, "HTTP 429: busy"), (nil, "busy")])
    func trouble(status: Int?, reason: String) throws {
        let stage = try RoomStage()
        stage.onOpen = { $0.refuse(status, "busy") }
        stage.connect()
        stage.run(for: .seconds(60))
        #expect(stage.openings.count == 4)
        #expect(stage.openings.allSatisfy { $0.path == "/rtc/v1" && $0.token == "token 1" })
        #expect(stage.reconnections == [reason, reason, reason])
        #expect(stage.failure == .some(.unreachable(reason)))
    }

    @Test("pauses between attempts stay below a doubling limit, and differ", arguments: 1...8 as ClosedRange<UInt64>)
    func pauses(seed: UInt64) throws {
        let stage = try RoomStage(seed: seed)
        stage.onOpen = { $0.refuse(503) }
        stage.connect()
        stage.run(for: .seconds(60))
        let limits: [Duration] = [.milliseconds(300), .milliseconds(600), .milliseconds(1200)]
        #expect(stage.pauses.count == limits.count)
        for (pause, limit) in zip(stage.pauses, limits) { #expect(pause <= limit) }
        let other = try RoomStage(seed: seed + 100)
        other.onOpen = stage.onOpen
        other.connect()
        other.run(for: .seconds(60))
        #expect(stage.pauses != other.pauses)
    }

    @Test("a room that was joined before is tried ten times, never more than seven seconds apart")
    func patience() throws {
        let stage = try RoomStage.connected()
        stage.onOpen = { $0.refuse(503) }
        stage.lose()
        stage.run(for: .seconds(120))
        #expect(stage.openings.count == 11)
        #expect(stage.pauses.allSatisfy { $0 <= .seconds(7) })
        #expect(stage.failure == .some(.unreachable("HTTP 503: ")))
    }

    @Test("a session that works makes the next loss a first one")
    func recovery() throws {
        let stage = try RoomStage.connected()
        for _ in 0..<20 {
            stage.lose()
            stage.run(for: .milliseconds(300))
            stage.join()
            try stage.answer()
            stage.run(for: .seconds(1))
        }
        #expect(stage.failure == nil && stage.openings.count == 21)
        let isConnected = stage.room.isConnected
        #expect(isConnected)
    }

    @Test("who leaves while it waits to try again leaves quietly")
    func leaving() throws {
        let stage = try RoomStage.connected()
        stage.onOpen = { $0.refuse(503) }
        stage.lose()
        stage.run(for: .milliseconds(10))
        let openings = stage.openings.count
        stage.room.leave(now: stage.now)
        stage.run(for: .seconds(60))
        #expect(stage.failure == .some(nil))
        #expect(stage.openings.count == openings && stage.leaves.isEmpty)
    }
}
