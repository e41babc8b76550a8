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
}
