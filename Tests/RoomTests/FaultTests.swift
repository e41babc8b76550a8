import Room
import Testing
import Timing

@Suite("Failures at random") struct FaultTests {
    @Test(
        "when they stop, the room is connected and knows who is there",
        arguments: [Topology.single, .dual], 1...8 as ClosedRange<UInt64>)
    func recovery(topology: Topology, seed: UInt64) throws {
        var world = try FaultyWorld(topology, seed: seed)
        for _ in 0..<300 where world.stage.failure == nil { try world.step(isFaulty: true) }
        for _ in 0..<200 where world.stage.failure == nil { try world.step(isFaulty: false) }
        let stage = world.stage
        let (isConnected, others) = (stage.room.isConnected, stage.room.others)
        #expect(isConnected && stage.failure == nil)
        #expect(Set(others.map(\.identity)) == Set(world.people.keys))
        #expect(stage.openings.count > 3, "the world was bad enough")
    }

    @Test("nobody comes twice or leaves twice in a row", arguments: 1...4 as ClosedRange<UInt64>)
    func comingAndGoing(seed: UInt64) throws {
        var world = try FaultyWorld(.single, seed: seed)
        for _ in 0..<300 where world.stage.failure == nil { try world.step(isFaulty: true) }
        var present: Set<String> = []
        for event in world.stage.events {
            switch event {
            case .participantJoined(let participant): #expect(present.insert(participant.identity).inserted)
            case .participantLeft(let participant): #expect(present.remove(participant.identity) != nil)
            default: break
            }
        }
    }
}
