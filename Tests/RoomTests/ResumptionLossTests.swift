import Contract
import Peer
import Room
import Testing
import Timing

@Suite("What is lost while a session is being resumed") struct ResumptionLossTests {
    @Test(
        "a path that goes silent while the socket is replaced is the resumption's to mend",
        arguments: [Topology.single, .dual])
    func silentPath(topology: Topology) throws {
        let stage = try RoomStage.connected(topology)
        stage.lose()
        stage.cutPath()
        stage.run(for: .milliseconds(9_500))
        #expect(stage.openings.count == 2 && stage.reconnections.count == 1)
        stage.restorePath()
        try stage.resume()
        #expect(stage.resumptions == 1 && stage.openings.count == 2)
    }

    @Test(
        "a session whose media connection was closed meanwhile is not waited for",
        arguments: 1...4 as ClosedRange<UInt64>)
    func closedMedia(seed: UInt64) throws {
        let stage = try RoomStage(seed: seed)
        stage.letsResume = true
        stage.connect()
        stage.join()
        try stage.answer()
        stage.run(for: .seconds(1))
        stage.lose()
        stage.server?.close(now: stage.now)
        stage.run(for: .milliseconds(301))
        // Where the news came when the socket was asked for already, that attempt has ended with it.
        if stage.openings.count == 2 {
            stage.takeUp()
            stage.run(for: .milliseconds(601))
        }
        let reconnects = stage.openings.map { $0.joinRequest?.reconnect }
        #expect(reconnects.prefix(3) == [false, true, false] && stage.resumptions == 0)
    }

    @Test("what was counted is kept over sessions")
    func counters() throws {
        let stage = try RoomStage.connected(.single, canResume: false)
        try stage.publish("voice", as: "TR_mine")
        for _ in 0..<5 {
            stage.room.send(OutgoingFrame([0xF8, 0xFF, 0xFE]), track: stage.published[0], now: stage.now)
            stage.run(for: .milliseconds(20))
        }
        let before = stage.room.mediaCounters.packetsSent
        #expect(before == 5)
        stage.lose()
        stage.run(for: .milliseconds(301))
        let after = stage.room.mediaCounters.packetsSent
        #expect(stage.openings.count == 2 && after == 5)
    }
}
