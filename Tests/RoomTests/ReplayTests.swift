import Contract
import Foundation
import Room
import SwiftProtobuf
import Testing
import Timing

@Suite("Reliable data across an interruption") struct ReplayTests {
    @Test("what the server has not seen is sent again, under its old numbers")
    func resending() throws {
        let stage = try RoomStage.connected()
        stage.cutPath()
        for byte in 1...4 as ClosedRange<UInt8> { try stage.room.send(OutgoingData([byte]), now: stage.now) }
        stage.restorePath()
        stage.act { room, _ in room.resendReliable(after: 2) }
        stage.run(for: .seconds(2))
        // The channel delivers the originals too; the server drops by number.
        #expect(stage.sent().map(\.sequence).sorted() == [1, 2, 3, 3, 4, 4])
        try stage.act { try $0.send(OutgoingData([5]), now: $1) }
        #expect(stage.sent().last?.sequence == 5)
    }

    @Test("what was acknowledged is not kept")
    func acknowledged() throws {
        let stage = try RoomStage.connected()
        for byte in 1...3 as ClosedRange<UInt8> { try stage.act { try $0.send(OutgoingData([byte]), now: $1) } }
        try stage.act { try $0.send(OutgoingData([4]), now: $1) }
        let before = stage.sent().count
        stage.act { room, _ in room.resendReliable(after: 0) }
        #expect(stage.sent().dropFirst(before).map(\.sequence) == [4])
    }

    @Test("the last number of every sender is reported, until it leaves or is silent for 30 s")
    func states() throws {
        let stage = try RoomStage.connected(others: [People.someone("ann"), People.someone("bob")])
        for (sender, sequence) in [("ann", 5), ("ann", 6), ("bob", 2), ("cid", 9)] as [(String, UInt32)] {
            try stage.data(DataPackets.user(1, sequence: sequence, from: sender))
        }
        #expect(states(stage) == ["PA_ann": 6, "PA_bob": 2, "PA_cid": 9])
        stage.update(People.gone("ann"))
        #expect(states(stage) == ["PA_bob": 2, "PA_cid": 9])
        stage.run(for: .seconds(20))
        try stage.data(DataPackets.user(1, sequence: 3, from: "bob"))
        stage.run(for: .seconds(15))
        stage.wake(at: stage.now)
        #expect(states(stage) == ["PA_bob": 3])
    }

    @Test("a new session counts from 1, both ways")
    func restart() throws {
        let stage = try RoomStage.connected()
        try stage.act { try $0.send(OutgoingData([1]), now: $1) }
        try stage.data(DataPackets.user(1, sequence: 8))
        stage.signal(.leave(.with { ($0.action, $0.canReconnect) = (.reconnect, true) }))
        #expect(states(stage).isEmpty)
        stage.run(for: .milliseconds(300))
        stage.join()
        try stage.answer()
        stage.run(for: .seconds(1))
        try stage.act { try $0.send(OutgoingData([2]), now: $1) }
        #expect(stage.sent().map(\.sequence) == [1, 1])
        try stage.data(DataPackets.user(2, sequence: 1))
        #expect(stage.data.map(\.payload) == [[1], [2]])
    }

    private func states(_ stage: RoomStage) -> [String: UInt32] { stage.room.receiveStates }
}
