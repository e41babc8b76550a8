import Room
import RoomServer
import Simulation
import Testing
import Timing
import Token

@Suite("A room has one agent, and does not lose it with its worker") struct JobTests {
    /// A caller in a room, and a worker that has taken the job.
    private func served(_ house: SimulatedHouse) throws -> (caller: SimulatedGuest, worker: SimulatedWorker) {
        let worker = try SimulatedWorker(house, number: 900_001)
        let caller = try house.guest("caller")
        caller.room.connect(now: house.clock.now)
        house.run(for: .seconds(1))
        worker.accept()
        return (caller, worker)
    }

    private func agent(of worker: SimulatedWorker, in house: SimulatedHouse) throws -> SimulatedGuest {
        let agent = try house.guest(token: try #require(worker.tokens.last))
        agent.room.connect(now: house.clock.now)
        house.run(for: .seconds(1))
        return agent
    }

    @Test("a job whose worker vanishes before its agent has joined goes to the next worker", arguments: [false, true])
    func lostWorker(accepted: Bool) throws {
        let house = try SimulatedHouse()
        let first = try SimulatedWorker(house, number: 900_001)
        let caller = try house.guest("caller")
        caller.room.connect(now: house.clock.now)
        house.run(for: .seconds(1))
        if accepted { first.accept() }
        let second = try SimulatedWorker(house, number: 900_002)
        first.vanish()
        #expect(second.offers == first.offers && second.offers.count == 1)
    }

    @Test("a job whose worker and agent lose their sockets together is another's at once", arguments: [false, true])
    func death(agentFirst: Bool) throws {
        let house = try SimulatedHouse()
        let (_, first) = try served(house)
        let agent = try agent(of: first, in: house)
        let second = try SimulatedWorker(house, number: 900_002)
        if !agentFirst { first.vanish() }
        house.board.handleClose(of: try #require(agent.connection))
        house.guests.removeAll { $0 === agent }
        if agentFirst { first.vanish() }
        #expect(second.offers.isEmpty, "a worker may come back")
        house.run(for: .milliseconds(300))
        #expect(second.offers == first.offers)
    }

    @Test("an agent that loses its socket long after its worker has the time that everybody has")
    func laterAgent() throws {
        let house = try SimulatedHouse()
        let (_, first) = try served(house)
        let agent = try agent(of: first, in: house)
        let second = try SimulatedWorker(house, number: 900_002)
        first.vanish()
        house.run(for: .seconds(2))
        house.board.handleClose(of: try #require(agent.connection))
        agent.connection = nil
        house.run(for: .seconds(2))
        #expect(second.offers.isEmpty)
    }

    @Test("a job whose agent is in the room stays where it is, until the agent is gone as well")
    func lostWorkerWithAgent() throws {
        let house = try SimulatedHouse()
        let (_, first) = try served(house)
        let agent = try agent(of: first, in: house)
        let second = try SimulatedWorker(house, number: 900_002)
        first.vanish()
        #expect(second.offers.isEmpty)
        house.board.handleClose(of: try #require(agent.connection))
        house.guests.removeAll { $0 === agent }
        house.run(for: .seconds(16))
        #expect(second.offers == first.offers)
    }

    @Test("a caller who comes back finds the agent that is there, or on its way back", arguments: [false, true])
    func oneAgent(isReconnecting: Bool) throws {
        let house = try SimulatedHouse()
        let (_, worker) = try served(house)
        let agent = try agent(of: worker, in: house)
        house.board.handleClose(of: try #require(agent.connection))
        agent.connection = nil
        if !isReconnecting {
            agent.room.handle(.signalClosed(reason: "cut"), now: house.clock.now)
            house.run(for: .seconds(3))
            #expect(agent.resumptions == 1)
        }
        let again = try house.guest("caller")
        again.room.connect(now: house.clock.now)
        house.run(for: .seconds(1))
        #expect(worker.offers.count == 1)
    }

    @Test("an agent that leaves has ended its job: the next caller gets a new one")
    func nextCall() throws {
        let house = try SimulatedHouse()
        let (_, worker) = try served(house)
        let agent = try agent(of: worker, in: house)
        agent.room.leave(now: house.clock.now)
        house.run(for: .seconds(1))
        let again = try house.guest("caller")
        again.room.connect(now: house.clock.now)
        house.run(for: .seconds(1))
        #expect(worker.offers.count == 2)
    }

    @Test("agents keep no room open: neither who stays nor who comes later")
    func closing() throws {
        let house = try SimulatedHouse()
        let (caller, worker) = try served(house)
        let agent = try agent(of: worker, in: house)
        caller.room.leave(now: house.clock.now)
        house.run(for: .seconds(10))
        var grant = VideoGrant.join("room")
        grant.agent = true
        let other = try house.guest("other agent", grant: grant)
        other.room.connect(now: house.clock.now)
        house.run(for: .seconds(11))
        #expect(!house.board.hasRoom("room"))
        #expect(agent.failure == .some(.some(.roomClosed)) && other.failure == .some(.some(.roomClosed)))
    }
}
