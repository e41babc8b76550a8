import Peer
import RTP
import Room
import RoomServer
import Simulation
import Testing
import Timing
import Token

@Suite("Clients and the switchboard in virtual time") struct TwoClientsTests {
    @Test("a track published at join is heard by who comes later, and its publisher learns of it")
    func audio() throws {
        let house = try SimulatedHouse()
        let alice = try house.guest("alice")
        let cid = alice.room.publishAudio(name: "microphone", now: house.clock.now)
        alice.room.connect(now: house.clock.now)
        house.run(for: .seconds(1))
        #expect(alice.connections == 1 && alice.published.count == 1 && !alice.hasSubscriber)

        let bob = try house.guest("bob")
        bob.room.connect(now: house.clock.now)
        house.run(for: .seconds(1))
        #expect(alice.hasSubscriber)
        #expect(bob.started.map(\.sid) == alice.published)
        for number in 0..<50 {
            alice.room.send(OutgoingFrame([UInt8(number)]), track: cid, now: house.clock.now)
            house.run(for: .milliseconds(20))
        }
        house.run(for: .milliseconds(200))
        #expect(bob.heard == (0..<50).map { [$0] })
    }

    @Test("a track published later reaches who is there already, also when sections run out", arguments: [1, 3])
    func laterTracks(publishers: Int) throws {
        let house = try SimulatedHouse()
        let bob = try house.guest("bob")
        bob.room.connect(now: house.clock.now)
        house.run(for: .seconds(1))
        for number in 0..<publishers {
            let guest = try house.guest("guest \(number)")
            guest.room.connect(now: house.clock.now)
            house.run(for: .seconds(1))
            let cid = guest.room.publishAudio(name: "microphone", now: house.clock.now)
            house.run(for: .seconds(1))
            guest.room.send(OutgoingFrame([UInt8(number)]), track: cid, now: house.clock.now)
            house.run(for: .milliseconds(200))
        }
        #expect(bob.started.count == publishers)
        #expect(bob.heard == (0..<publishers).map { [UInt8($0)] })
    }

    @Test("data and texts reach everybody else once, or only those they name")
    func data() throws {
        let house = try SimulatedHouse()
        let guests = try ["alice", "bob", "carol"].map { try house.guest($0) }
        for guest in guests { guest.room.connect(now: house.clock.now) }
        house.run(for: .seconds(1))
        let now = house.clock.now
        try guests[0].room.send(OutgoingData([1], topic: "t"), now: now)
        try guests[0].room.send(OutgoingData([2], isReliable: false, destinations: ["bob"]), now: now)
        let long = String(repeating: "Grüße ", count: 5000)
        try guests[0].room.send(OutgoingText(long, topic: "story", timestamp: 1), now: now)
        house.run(for: .seconds(2))
        #expect(guests[0].data.isEmpty)
        #expect(Set(guests[1].data.map(\.payload)) == [[1], [2]])
        #expect(guests[2].data.map(\.payload) == [[1]])
        #expect(guests[1].data.allSatisfy { $0.participantIdentity == "alice" })
        #expect(guests[2].texts.map(\.text) == [long])
    }

    @Test("an agent may say what another one said, and it arrives whole under that name")
    func onBehalf() throws {
        let house = try SimulatedHouse()
        var grant = VideoGrant.join("room")
        grant.agent = true
        let agent = try house.guest("agent", grant: grant)
        let caller = try house.guest("caller")
        for guest in [agent, caller] { guest.room.connect(now: house.clock.now) }
        house.run(for: .seconds(1))
        try agent.room.send(
            OutgoingText("good morning", topic: "lk.transcription", timestamp: 1, onBehalfOf: "caller"),
            now: house.clock.now)
        house.run(for: .seconds(1))
        #expect(caller.texts.map(\.text) == ["good morning"])
        #expect(caller.texts.map(\.stream.participantIdentity) == ["caller"])
    }

    @Test("who leaves is gone for everybody, and so are the tracks")
    func leaving() throws {
        let house = try SimulatedHouse()
        let alice = try house.guest("alice")
        let bob = try house.guest("bob")
        _ = alice.room.publishAudio(name: "microphone", now: house.clock.now)
        for guest in [alice, bob] { guest.room.connect(now: house.clock.now) }
        house.run(for: .seconds(1))
        alice.room.leave(now: house.clock.now)
        house.run(for: .seconds(1))
        #expect(bob.gone == ["alice"])
        #expect(bob.ended.map(\.sid) == alice.published)
        guard case .some(.none) = alice.failure else {
            Issue.record("leaving is no failure")
            return
        }
    }

    @Test("a second session under the same identity ends the first")
    func duplicateIdentity() throws {
        let house = try SimulatedHouse()
        let first = try house.guest("alice")
        first.room.connect(now: house.clock.now)
        house.run(for: .seconds(1))
        let second = try house.guest("alice")
        second.room.connect(now: house.clock.now)
        house.run(for: .seconds(1))
        #expect(first.failure == .some(.some(.duplicateIdentity)))
        let isConnected = second.room.isConnected
        #expect(isConnected)
    }

    @Test("a wrong token is refused with a clear failure", arguments: ["garbage", "a.b.c"])
    func wrongToken(token: String) throws {
        let house = try SimulatedHouse()
        #expect(throws: JoinRefusal.self) {
            try house.board.admit(GuestRequest(path: "/rtc", query: [:], token: token))
        }
        let stranger = try house.guest("eve", grant: VideoGrant())
        stranger.room.connect(now: house.clock.now)
        house.run(for: .seconds(1))
        guard case .some(.some(.unauthorized)) = stranger.failure else {
            Issue.record("a token without a grant was accepted")
            return
        }
    }

    @Test("an empty room closes after its departure timeout")
    func closing() throws {
        let house = try SimulatedHouse()
        let alice = try house.guest("alice")
        alice.room.connect(now: house.clock.now)
        house.run(for: .seconds(1))
        alice.room.leave(now: house.clock.now)
        house.run(for: .seconds(19))
        #expect(house.board.hasRoom("room"))
        house.run(for: .seconds(2))
        #expect(!house.board.hasRoom("room"))
    }
}
