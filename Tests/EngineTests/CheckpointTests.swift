import Engine
import FoundationEssentials
import Testing

@Suite struct CheckpointTests {
    @Test("checkpoints count from one and know their parent")
    func parents() {
        var checkpoints = Checkpoints<Int, Int>()
        var execution = Execution<Int, Int>(0)
        for value in 1...3 {
            execution.state = value
            checkpoints.record(&execution, at: noon)
        }
        #expect(checkpoints.latest?.sequence == 3)
        #expect(checkpoints[1]?.parent == nil)
        #expect(checkpoints.history(of: 3).map(\.execution.state) == [3, 2, 1])
    }

    @Test("going on from an older checkpoint makes a fork")
    func fork() throws {
        var checkpoints = Checkpoints<Int, Int>()
        var execution = Execution<Int, Int>(1)
        checkpoints.record(&execution, at: noon)
        checkpoints.record(&execution, at: noon)
        var other = try #require(checkpoints[1]).execution
        other.state = 7
        checkpoints.record(&other, at: noon)
        #expect(checkpoints.latest?.parent == 1)
        #expect(checkpoints.history(of: 3).map(\.sequence) == [3, 1])
    }

    @Test("the oldest checkpoint gives way", arguments: 1...5)
    func bounded(capacity: Int) {
        var checkpoints = Checkpoints<Int, Int>(capacity: capacity)
        var execution = Execution<Int, Int>(0)
        for _ in 0..<20 { checkpoints.record(&execution, at: noon) }
        #expect(checkpoints.count == capacity)
        #expect(checkpoints[20] != nil)
        #expect(checkpoints[20 - capacity] == nil)
        #expect(checkpoints[21] == nil)
        #expect(checkpoints.history(of: 20).count == capacity)
    }

    @Test("an execution can be taken from any checkpoint, by number or by time, and forks are found")
    func travel() throws {
        var checkpoints = Checkpoints<Int, Int>()
        var execution = Execution<Int, Int>(0)
        for value in 1...4 {
            execution.state = value
            checkpoints.record(&execution, at: noon.addingTimeInterval(Double(value)))
        }
        var fork = try #require(checkpoints.execution(at: 2))
        #expect(fork.state == 2)
        checkpoints.record(&fork, at: noon.addingTimeInterval(5))
        #expect(checkpoints.children(of: 2).map(\.sequence) == [3, 5])
        #expect(checkpoints.latest(at: noon.addingTimeInterval(3.5))?.sequence == 3)
        #expect(checkpoints.latest(at: noon) == nil)
        #expect(checkpoints.execution(at: 9) == nil)
    }

    @Test("after a restart checkpoints count on from the one that was stored")
    func goesOn() throws {
        var checkpoints = Checkpoints<Int, Int>()
        var execution = Execution<Int, Int>(1)
        for _ in 0..<3 { checkpoints.record(&execution, at: noon) }
        let stored = try JSONEncoder().encode(try #require(checkpoints.latest))
        let found = try JSONDecoder().decode(Checkpoint<Int, Int>.self, from: stored)
        var again = Checkpoints(after: found)
        var next = found.execution
        again.record(&next, at: noon)
        #expect(again.latest?.sequence == 4)
        #expect(again.history(of: 4).map(\.sequence) == [4, 3])
        #expect(again[1] == nil)
    }
}
