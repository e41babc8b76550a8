import Peer
import Room
import RoomServer
import Simulation
import Testing
import Timing
import Token
import Wire

@Suite("Forwarding without delay, and only what belongs to a guest") struct ForwardingTests {
    @Test("what arrives leaves for every listener at once, not with the next event")
    func promptness() throws {
        let house = try SimulatedHouse()
        let alice = try house.guest("alice")
        let listeners = try (0..<6).map { try house.guest("listener \($0)") }
        let cid = alice.room.publishAudio(name: "microphone", now: house.clock.now)
        for guest in [alice] + listeners { guest.room.connect(now: house.clock.now) }
        house.run(for: .seconds(2))
        alice.room.send(OutgoingFrame([7]), track: cid, now: house.clock.now)
        let twoHops = house.network.conditions.latency * 2
        house.run(for: twoHops + .milliseconds(1))
        #expect(listeners.map(\.heard) == Array(repeating: [[7]], count: 6))
    }

    /// Makes somebody's check one that was signed with another key: without FINGERPRINT, the last attribute is the
    /// signature.
    private func forged(_ check: [UInt8]) -> [UInt8] {
        var bytes = Array(check.dropLast(8))
        let length = bytes.count - 20
        (bytes[2], bytes[3]) = (UInt8(length >> 8), UInt8(length & 0xFF))
        bytes[bytes.count - 1] ^= 1
        return bytes
    }

    @Test("no address is taken over: not by a forged check, not by another guest's own", arguments: [false, true])
    func takeover(isSigned: Bool) throws {
        let house = try SimulatedHouse()
        let guests = try ["alice", "bob", "mallory"].map { try house.guest($0) }
        let cid = guests[0].room.publishAudio(name: "microphone", now: house.clock.now)
        for guest in guests { guest.room.connect(now: house.clock.now) }
        house.run(for: .seconds(1))
        let check = try #require(guests[2].check)
        let datagram = Datagram(
            local: SimulatedHouse.address, remote: guests[0].address, payload: isSigned ? check : forged(check))
        house.board.handle(datagram)
        guests[0].room.send(OutgoingFrame([7]), track: cid, now: house.clock.now)
        house.run(for: .milliseconds(100))
        #expect(guests[1].heard == [[7]])
    }

    @Test("who may not subscribe hears nobody, whoever came first", arguments: [false, true])
    func subscriptionGrant(comesFirst: Bool) throws {
        let house = try SimulatedHouse()
        let alice = try house.guest("alice")
        var grant = VideoGrant.join("room")
        grant.canSubscribe = false
        let bob = try house.guest("bob", grant: grant)
        let cid = alice.room.publishAudio(name: "microphone", now: house.clock.now)
        for guest in comesFirst ? [bob, alice] : [alice, bob] {
            guest.room.connect(now: house.clock.now)
            house.run(for: .seconds(1))
        }
        alice.room.send(OutgoingFrame([7]), track: cid, now: house.clock.now)
        house.run(for: .seconds(1))
        #expect(bob.started.isEmpty && bob.heard.isEmpty && !alice.hasSubscriber)
    }
}
