import Peer
import Room
import RoomServer
import Simulation
import Testing
import Timing
import Token

@Suite("Guests with two peer connections") struct DualTests {
    @Test(
        "sound and data cross between every pair of forms", arguments: [Topology.single, .dual],
        [Topology.single, .dual])
    func mixed(first: Topology, second: Topology) throws {
        let house = try SimulatedHouse()
        let guests = [
            try house.guest("alice", topology: first), try house.guest("bob", topology: second),
        ]
        let cids = guests.map { $0.room.publishAudio(name: "microphone", now: house.clock.now) }
        for guest in guests {
            guest.room.connect(now: house.clock.now)
            house.run(for: .seconds(1))
        }
        for (number, guest) in guests.enumerated() {
            #expect(guest.connections == 1 && guest.hasSubscriber)
            guest.room.send(OutgoingFrame([UInt8(number)]), track: cids[number], now: house.clock.now)
            try guest.room.send(OutgoingData([UInt8(number)], topic: "t"), now: house.clock.now)
            try guest.room.send(OutgoingData([UInt8(number)], isReliable: false), now: house.clock.now)
        }
        house.run(for: .seconds(1))
        for (number, guest) in guests.enumerated() {
            #expect(guest.heard == [[UInt8(1 - number)]])
            #expect(guest.data.map(\.payload) == [[UInt8(1 - number)], [UInt8(1 - number)]])
        }
    }

    @Test("tracks that begin in the same moment wait for one answer after the other")
    func manyTracks() throws {
        let house = try SimulatedHouse()
        let guests = try (0..<6).map { try house.guest("guest \($0)", topology: .dual) }
        for guest in guests { guest.room.connect(now: house.clock.now) }
        house.run(for: .milliseconds(30))
        let cids = guests.map { $0.room.publishAudio(name: "microphone", now: house.clock.now) }
        house.run(for: .seconds(3))
        for (number, guest) in guests.enumerated() {
            guest.room.send(OutgoingFrame([UInt8(number)]), track: cids[number], now: house.clock.now)
        }
        house.run(for: .seconds(1))
        for (number, guest) in guests.enumerated() {
            #expect(Set(guest.heard.map { $0[0] }) == Set(0..<6).subtracting([UInt8(number)]))
        }
    }

    @Test(
        "every track is heard as itself, on sections of its own or on one whose track ended",
        arguments: [Topology.single, .dual], [1, 2, 64])
    func reuse(topology: Topology, freshSections: Int) throws {
        let house = try SimulatedHouse { $0.freshSections = freshSections }
        let listener = try house.guest("listener", topology: topology)
        listener.room.connect(now: house.clock.now)
        house.run(for: .seconds(1))
        for number in 0..<4 {
            let speaker = try house.guest("speaker \(number)")
            let cid = speaker.room.publishAudio(name: "microphone", now: house.clock.now)
            speaker.room.connect(now: house.clock.now)
            house.run(for: .seconds(1))
            speaker.room.send(OutgoingFrame([UInt8(number)]), track: cid, now: house.clock.now)
            house.run(for: .seconds(1))
            speaker.room.leave(now: house.clock.now)
            house.run(for: .seconds(1))
        }
        #expect(listener.heard == (0..<4).map { [$0] })
        #expect(listener.started.count == 4 && listener.ended.count == 4)
        #expect(Set(listener.started.map(\.sid)).count == 4)
    }

    @Test("a server without the newer form is joined in the older one")
    func fallback() throws {
        let house = try SimulatedHouse { $0.offersSinglePeer = false }
        let alice = try house.guest("alice")
        alice.room.connect(now: house.clock.now)
        house.run(for: .seconds(1))
        #expect(alice.connections == 1)
        #expect(throws: JoinRefusal.notFound) {
            try house.board.admit(
                GuestRequest(path: "/rtc/v1", query: [:], token: house.token("alice", grant: .join("room"))))
        }
    }
}
