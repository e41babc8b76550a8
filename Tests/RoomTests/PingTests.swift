import Contract
import Room
import Testing
import Timing

@Suite("Pings") struct PingTests {
    @Test("they are sent as often as the server asks")
    func interval() throws {
        let stage = try RoomStage()
        stage.connect()
        stage.join(ping: 5, patience: 15)
        try stage.answer()
        for _ in 0..<60 {
            stage.run(for: .milliseconds(500))
            stage.signal(.pongResp(.init()))
        }
        #expect(stage.pings == 7)
        #expect(stage.reconnections.isEmpty)
    }

    @Test("a server that goes silent is left after its own patience, and any message counts as life")
    func silence() throws {
        let stage = try RoomStage()
        stage.connect()
        stage.join(ping: 5, patience: 15)
        try stage.answer()
        stage.run(for: .seconds(10))
        stage.signal(.speakersChanged(.init()))
        stage.run(for: .milliseconds(14_999))
        #expect(stage.reconnections.isEmpty)
        stage.run(for: .milliseconds(2))
        #expect(stage.reconnections == ["the server has gone silent"])
        stage.run(for: .milliseconds(300))
        #expect(stage.openings.count == 2)
    }

    @Test("a server that asks for none gets none, and may be silent", arguments: [0, -1] as [Int32])
    func none(interval: Int32) throws {
        let stage = try RoomStage()
        stage.connect()
        stage.join(ping: interval, patience: 15)
        try stage.answer()
        stage.run(for: .seconds(120))
        #expect(stage.pings == 0 && stage.reconnections.isEmpty)
    }

    @Test("the longest intervals a message can hold are no trap")
    func longest() throws {
        let stage = try RoomStage()
        stage.connect()
        stage.join(ping: .max, patience: .max)
        try stage.answer()
        stage.run(for: .seconds(120))
        #expect(stage.pings == 1 && stage.reconnections.isEmpty)
    }

    @Test("each ping tells how long the answer to the last one took")
    func roundTrip() throws {
        let stage = try RoomStage()
        stage.connect()
        stage.join(ping: 5, patience: 15)
        try stage.answer()
        stage.run(for: .milliseconds(40))
        stage.signal(.pongResp(.init()))
        stage.run(for: .seconds(5))
        let pings = stage.requests.compactMap { if case .pingReq(let ping)? = $0.message { ping.rtt } else { nil } }
        #expect(pings == [0, 40])
    }
}
