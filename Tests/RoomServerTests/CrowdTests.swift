import Peer
import Room
import RoomServer
import Simulation
import Testing
import Timing
import Token

@Suite("Many things at once") struct CrowdTests {
    @Test("everybody publishes in the same moment: before, while, or after media is set up", arguments: [0, 30, 1000])
    func simultaneous(milliseconds: Int) throws {
        let house = try SimulatedHouse()
        let guests = try (0..<5).map { try house.guest("guest \($0)") }
        for guest in guests { guest.room.connect(now: house.clock.now) }
        house.run(for: .milliseconds(milliseconds))
        let cids = guests.map { $0.room.publishAudio(name: "microphone", now: house.clock.now) }
        house.run(for: .seconds(3))
        for (number, guest) in guests.enumerated() {
            guest.room.send(OutgoingFrame([UInt8(number)]), track: cids[number], now: house.clock.now)
        }
        house.run(for: .seconds(1))
        #expect(guests.map(\.connections) == [1, 1, 1, 1, 1])
        for (number, guest) in guests.enumerated() {
            #expect(Set(guest.heard.map { $0[0] }) == Set(0..<5).subtracting([UInt8(number)]))
        }
    }

    @Test("a track that is declined ends, and can be asked for again")
    func declining() throws {
        let house = try SimulatedHouse()
        let alice = try house.guest("alice")
        let bob = try house.guest("bob")
        let cid = alice.room.publishAudio(name: "microphone", now: house.clock.now)
        for guest in [alice, bob] { guest.room.connect(now: house.clock.now) }
        house.run(for: .seconds(1))
        for isWanted in [false, true] {
            bob.room.subscribe(isWanted, to: alice.published[0], now: house.clock.now)
            house.run(for: .seconds(1))
            alice.room.send(OutgoingFrame([isWanted ? 1 : 0]), track: cid, now: house.clock.now)
            house.run(for: .seconds(1))
        }
        #expect(bob.heard == [[1]])
        #expect(bob.started.count == 2 && bob.ended.count == 1)
    }

    @Test("nobody can be told endless attributes by somebody else", arguments: [1, 40])
    func attributes(updates: Int) throws {
        let house = try SimulatedHouse()
        var grant = VideoGrant.join("room")
        grant.canUpdateOwnMetadata = true
        let alice = try house.guest("alice", grant: grant)
        let bob = try house.guest("bob")
        for guest in [alice, bob] { guest.room.connect(now: house.clock.now) }
        house.run(for: .seconds(1))
        for number in 0..<updates {
            alice.room.setAttributes(
                ["key \(number)": String(repeating: "x", count: 10_000)], now: house.clock.now)
            house.run(for: .milliseconds(10))
        }
        let told = bob.room.others.first { $0.identity == "alice" }?.attributes.count
        #expect(told == min(updates, 6))
    }
}
