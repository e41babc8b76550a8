import Peer
import Room
import RoomServer
import Simulation
import Testing
import Timing

@Suite("A guest whose socket breaks comes back to where it was") struct ResumeTests {
    private func pair(_ topology: Topology) throws -> (
        house: SimulatedHouse, alice: SimulatedGuest, bob: SimulatedGuest
    ) {
        let house = try SimulatedHouse()
        let alice = try house.guest("alice", topology: topology)
        let bob = try house.guest("bob", topology: topology)
        for guest in [alice, bob] { guest.room.connect(now: house.clock.now) }
        house.run(for: .seconds(1))
        return (house, alice, bob)
    }

    @Test("nobody notices: the tracks are the same and sound goes on", arguments: [Topology.single, .dual])
    func resumption(topology: Topology) throws {
        let (house, alice, bob) = try pair(topology)
        let cids = [alice, bob].map { $0.room.publishAudio(name: "microphone", now: house.clock.now) }
        house.run(for: .seconds(1))
        house.cut(alice)
        house.run(for: .seconds(5))
        #expect(alice.resumptions == 1 && alice.connections == 1)
        #expect(bob.gone.isEmpty && bob.ended.isEmpty)
        alice.room.send(OutgoingFrame([1]), track: cids[0], now: house.clock.now)
        bob.room.send(OutgoingFrame([2]), track: cids[1], now: house.clock.now)
        house.run(for: .seconds(1))
        #expect(bob.heard == [[1]] && alice.heard == [[2]])
    }

    @Test("what was said meanwhile is not lost, and is heard once", arguments: [Topology.single, .dual])
    func data(topology: Topology) throws {
        let (house, alice, bob) = try pair(topology)
        house.cut(alice)
        for number in 0..<20 {
            try bob.room.send(OutgoingData([UInt8(number)]), now: house.clock.now)
            try alice.room.send(OutgoingData([UInt8(number)]), now: house.clock.now)
            house.run(for: .milliseconds(100))
        }
        house.run(for: .seconds(5))
        #expect(alice.resumptions == 1)
        #expect(alice.data.map(\.payload) == (0..<20).map { [$0] })
        #expect(bob.data.map(\.payload) == (0..<20).map { [$0] })
    }

    @Test("it learns who came and who left while it was away", arguments: [Topology.single, .dual])
    func roster(topology: Topology) throws {
        let (house, alice, bob) = try pair(topology)
        if let connection = alice.connection { house.board.handleClose(of: connection) }
        alice.connection = nil
        bob.room.leave(now: house.clock.now)
        let carol = try house.guest("carol")
        carol.room.connect(now: house.clock.now)
        house.run(for: .seconds(1))
        alice.room.handle(.signalClosed(reason: "cut"), now: house.clock.now)
        house.run(for: .seconds(5))
        #expect(alice.resumptions == 1 && alice.gone == ["bob"])
        #expect(alice.room.others.map(\.identity) == ["carol"])
    }

    @Test("a track that begins meanwhile is heard", arguments: [Topology.single, .dual])
    func laterTrack(topology: Topology) throws {
        let (house, alice, bob) = try pair(topology)
        if let connection = alice.connection { house.board.handleClose(of: connection) }
        alice.connection = nil
        let cid = bob.room.publishAudio(name: "microphone", now: house.clock.now)
        house.run(for: .seconds(1))
        alice.room.handle(.signalClosed(reason: "cut"), now: house.clock.now)
        house.run(for: .seconds(5))
        bob.room.send(OutgoingFrame([7]), track: cid, now: house.clock.now)
        house.run(for: .seconds(1))
        #expect(alice.heard == [[7]])
    }

    @Test(
        "who does not come back is gone: sooner when the datagrams have stopped before", arguments: [(0, 15), (11, 5)])
    func absence(silence: Int, limit: Int) throws {
        let (house, alice, bob) = try pair(.single)
        house.guests.removeAll { $0 === alice }
        house.run(for: .seconds(silence))
        house.board.handleClose(of: try #require(alice.connection))
        house.run(for: .seconds(limit - 1))
        #expect(bob.gone.isEmpty)
        house.run(for: .seconds(2))
        #expect(bob.gone == ["alice"])
    }

    @Test("who comes back too late starts anew")
    func tooLate() throws {
        let (house, alice, bob) = try pair(.single)
        house.board.handleClose(of: try #require(alice.connection))
        alice.connection = nil
        house.guests.removeAll { $0 === alice }
        house.run(for: .seconds(16))
        house.guests.append(alice)
        alice.room.handle(.signalClosed(reason: "cut"), now: house.clock.now)
        house.run(for: .seconds(5))
        #expect(alice.joins == 3)
        #expect(bob.gone == ["alice"] && bob.present.last == "alice")
    }

    @Test("a stale client does not take over the newer session of its identity")
    func stale() throws {
        let (house, alice, _) = try pair(.single)
        if let connection = alice.connection { house.board.handleClose(of: connection) }
        alice.connection = nil
        let newer = try house.guest("alice")
        // Nor does the older client hear that its media connection has ended.
        house.guests.removeAll { $0 === alice }
        newer.room.connect(now: house.clock.now)
        house.run(for: .seconds(1))
        house.guests.append(alice)
        alice.room.handle(.signalClosed(reason: "cut"), now: house.clock.now)
        house.run(for: .seconds(5))
        // The attempt to resume was refused, and the new session that followed took the place of the other.
        #expect(alice.joins == 3)
        #expect(newer.failure == .some(.some(.duplicateIdentity)))
    }
}
