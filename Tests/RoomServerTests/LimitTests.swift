import Contract
import Peer
import Room
import RoomServer
import Simulation
import SwiftProtobuf
import Testing
import Timing
import Token

@Suite("Nothing grows without bound") struct LimitTests {
    @Test("a listener that reads no data is let go with a word, and nobody else is harmed")
    func slowListener() throws {
        let house = try SimulatedHouse()
        house.toleratesFaults = true
        let guests = try ["alice", "bob", "carol"].map { try house.guest($0) }
        for guest in guests { guest.room.connect(now: house.clock.now) }
        house.run(for: .seconds(1))
        let sid = try #require(guests[0].room.others.first { $0.identity == "bob" }?.sid)
        guests[1].isUnreachable = true
        var sent = 0
        for _ in 0..<120 where house.holds(sid) {
            for _ in 0..<5 {
                try guests[0].room.send(OutgoingData([UInt8](repeating: 1, count: 15_000)), now: house.clock.now)
                sent += 1
            }
            house.run(for: .milliseconds(50))
        }
        #expect(!house.holds(sid))
        house.run(for: .seconds(2))
        #expect(house.faults.contains { $0.contains("does not read") })
        #expect(guests[2].data.count == sent)
    }

    @Test("a client that brings no sections is not asked for more again and again")
    func sections() throws {
        let house = try SimulatedHouse()
        let connection = ConnectionID(number: 7)
        house.workerInbox[connection] = []
        let talkers = try (0..<3).map { try house.guest("talker \($0)") }
        for guest in talkers {
            _ = guest.room.publishAudio(name: "microphone", now: house.clock.now)
            guest.room.connect(now: house.clock.now)
        }
        house.run(for: .seconds(1))
        let stubborn = try RawGuest(house, connection: connection)
        for _ in 0..<20 {
            stubborn.offerAgain()
            house.run(for: .milliseconds(100))
        }
        #expect(stubborn.requirements.count == 1)
        #expect(stubborn.answers == 21)
    }
}
