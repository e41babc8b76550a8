import Room
import Testing

@Suite("Numbers of reliable packets") struct ReliableSenderTests {
    private func sender(_ sizes: [Int], capacity: Int = 1000) -> ReliableSender {
        var sender = ReliableSender(capacity: capacity)
        for size in sizes { sender.record([UInt8](repeating: UInt8(truncatingIfNeeded: size), count: size)) }
        return sender
    }

    @Test("packets are numbered from 1")
    func numbers() {
        #expect(sender([]).next == 1 && sender([1, 1, 1]).next == 4)
    }

    @Test("what lies above a number comes back, oldest first, and comes back again")
    func after() {
        var sender = sender([10, 20, 30])
        let sizes = [1, 0].map { sender.packets(after: $0).map(\.count) }
        #expect(sizes == [[20, 30], [20, 30]])
        let rest = [3, .max].map { sender.packets(after: $0).count }
        #expect(rest == [0, 0] && sender.kept == 0)
        #expect(sender.next == 4)
    }

    @Test(
        "only what waits for its acknowledgement is kept, whole packets",
        arguments: [(60, 3), (50, 2), (49, 2), (30, 1), (0, 0)])
    func trim(waiting: Int, count: Int) {
        var sender = sender([10, 20, 30])
        sender.trim(waiting: waiting)
        let kept = sender.packets(after: 0)
        #expect(kept.count == count)
    }

    @Test("beyond the capacity the oldest are forgotten")
    func capacity() {
        var sender = sender([400, 400, 400])
        let kept = sender.packets(after: 0)
        #expect(sender.kept == 800 && kept.count == 2 && sender.next == 4)
    }
}
