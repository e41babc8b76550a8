import Contract
import Room
import RoomServer
import Simulation
import SwiftProtobuf
import Testing
import Timing
import Token

@Suite("Jobs of every kind, and their ends") struct DispatchTests {
    @Test("a worker for participants gets a job for each, and loses it when the participant leaves")
    func participants() throws {
        let house = try SimulatedHouse()
        let worker = try SimulatedWorker(house, number: 900_001) { $0.type = .jtParticipant }
        let guests = try ["alice", "bob"].map { try house.guest($0) }
        for guest in guests { guest.room.connect(now: house.clock.now) }
        house.run(for: .seconds(1))
        #expect(worker.jobs.map(\.participant.identity) == ["alice", "bob"])
        guests[0].room.leave(now: house.clock.now)
        house.run(for: .seconds(1))
        #expect(worker.terminations == [worker.jobs[0].id])
    }

    @Test("a worker for publishers gets its job with the first track, once")
    func publishers() throws {
        let house = try SimulatedHouse()
        let worker = try SimulatedWorker(house, number: 900_001) { $0.type = .jtPublisher }
        let alice = try house.guest("alice")
        alice.room.connect(now: house.clock.now)
        house.run(for: .seconds(1))
        #expect(worker.jobs.isEmpty)
        for name in ["microphone", "music"] {
            _ = alice.room.publishAudio(name: name, now: house.clock.now)
            house.run(for: .seconds(1))
        }
        #expect(worker.jobs.map(\.participant.identity) == ["alice"])
    }

    @Test("a named agent comes when it is asked for, and goes when the dispatch is taken back")
    func explicit() throws {
        let house = try SimulatedHouse()
        let worker = try SimulatedWorker(house, number: 900_001) { $0.agentName = "helper" }
        let request = Livekit_CreateAgentDispatchRequest.with {
            $0.room = "room"
            $0.agentName = "helper"
            $0.metadata = "why"
        }
        let dispatch = house.board.createDispatch(request)
        house.drain()
        #expect(worker.jobs.map(\.metadata) == ["why"] && worker.jobs.map(\.dispatchID) == [dispatch.id])
        worker.accept()
        #expect(house.board.listDispatches("", in: "room").agentDispatches.map(\.id) == [dispatch.id])
        let deleted = house.board.deleteDispatch(dispatch.id, in: "room")
        house.drain()
        #expect(deleted?.id == dispatch.id && worker.terminations == worker.offers)
        let again = house.board.deleteDispatch(dispatch.id, in: "room")
        #expect(again == nil)
    }

    @Test("who is full is not asked, and who is freer is asked more often")
    func load() throws {
        let house = try SimulatedHouse()
        let workers = try (0..<3).map { try SimulatedWorker(house, number: 900_001 + UInt64($0)) }
        for (worker, load) in zip(workers, [0, 0.75, 0] as [Float]) {
            worker.send(
                .updateWorker(
                    .with {
                        $0.status = worker.connection == workers[2].connection ? .wsFull : .wsAvailable
                        $0.load = load
                    }))
        }
        for number in 0..<100 {
            _ = house.board.createDispatch(.with { $0.room = "room \(number)" })
        }
        house.drain()
        let counts = workers.map(\.offers.count)
        #expect(counts[2] == 0 && counts[0] + counts[1] == 100)
        #expect((65...95).contains(counts[0]))
    }

    @Test("who does not answer in time is passed over")
    func silence() throws {
        let house = try SimulatedHouse()
        let workers = try (0..<2).map { try SimulatedWorker(house, number: 900_001 + UInt64($0)) }
        _ = house.board.createDispatch(.with { $0.room = "room" })
        house.drain()
        #expect(workers.map(\.offers.count).reduce(0, +) == 1)
        house.run(for: .seconds(11))
        #expect(workers.map(\.offers.count) == [1, 1])
    }
}
