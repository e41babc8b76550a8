import Document
import Feeds
import Simulation
import Testing

@Suite("What waits for a client") struct FeedQueueTests {
    private let state = Conflation("state_update", session: "a", frame: .null)

    @Test("frames leave in the order in which they came")
    func order() {
        var queue = FeedQueue<Int>()
        for number in 0..<10 { #expect(queue.push(.init(number, bytes: 1)) == true) }
        #expect((0..<10).map { _ in queue.pop()?.frame } == Array(0..<10))
        #expect(queue.pop() == nil)
    }

    @Test("the 1025th frame does not fit, nor the byte after 4 MiB")
    func bounds() {
        var many = FeedQueue<Int>()
        for number in 0..<1_024 { #expect(many.push(.init(number, bytes: 1)) == true) }
        #expect(many.push(.init(0, bytes: 1)) == false)
        #expect(many.count == 1_024)
        var long = FeedQueue<Int>()
        #expect(long.push(.init(0, bytes: 4 << 20)) == true)
        #expect(long.push(.init(1, bytes: 1)) == false)
        #expect(long.pop()?.frame == 0)
        #expect(long.push(.init(1, bytes: 1)) == true)
    }

    @Test("a newer frame of its kind takes an older one's place once a client is behind, and stands at the end")
    func conflation() {
        var queue = FeedQueue<String>(limit: 8, patience: 2)
        #expect(queue.push(.init("old", bytes: 1, kind: state)) == true)
        #expect(queue.push(.init("kept", bytes: 1)) == true)
        #expect(queue.push(.init("new", bytes: 1, kind: state)) == true)
        #expect(queue.entries.map(\.frame) == ["kept", "new"])
    }

    @Test("a client that keeps up sees every frame")
    func noConflation() {
        var queue = FeedQueue<Int>(patience: 4)
        for number in 0..<4 { #expect(queue.push(.init(number, bytes: 1, kind: state)) == true) }
        #expect(queue.count == 4)
    }

    @Test("a full queue still takes what replaces something")
    func full() {
        var queue = FeedQueue<Int>(limit: 2, patience: 0)
        #expect(queue.push(.init(1, bytes: 1, kind: state)) == true)
        #expect(queue.push(.init(2, bytes: 1)) == true)
        #expect(queue.push(.init(3, bytes: 1, kind: state)) == true)
        #expect(queue.push(.init(4, bytes: 1)) == false)
        #expect(queue.entries.map(\.frame) == [2, 3])
    }

    @Test("kinds are told apart by type, session and what they are about")
    func kinds() {
        func partial(_ segment: String, _ session: String = "a") -> Conflation? {
            Conflation("transcript_partial", session: session, frame: ["segment_id": .string(segment)])
        }
        #expect(partial("1") == partial("1"))
        #expect(partial("1") != partial("2"))
        #expect(partial("1") != partial("1", "b"))
        #expect(Conflation("transcript", session: "a", frame: .null) == nil)
        #expect(Conflation("command", session: "a", frame: .null) == nil)
    }

    @Test("a million replaced frames take no room, whatever else is pushed and popped", arguments: 0..<8)
    func replaced(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var queue = FeedQueue<Int>(limit: 16, byteLimit: 64, patience: 2)
        var model: [(Int, Conflation?)] = []
        for number in 0..<5_000 {
            switch Int.random(in: 0..<4, using: &random) {
            case 0:
                #expect(queue.pop()?.frame == model.first?.0)
                if !model.isEmpty { model.removeFirst() }
            case 1:
                let fits = model.count < 16
                #expect(queue.push(.init(number, bytes: 1)) == fits)
                if fits { model.append((number, nil)) }
            default:
                let old = model.count >= 2 ? model.lastIndex { $0.1 != nil } : nil
                let fits = old != nil || model.count < 16
                #expect(queue.push(.init(number, bytes: 1, kind: state)) == fits)
                if let old { model.remove(at: old) }
                if fits { model.append((number, state)) }
            }
            #expect(queue.count == model.count && queue.bytes == model.count)
        }
        #expect(queue.entries.map(\.frame) == model.map(\.0))
        queue.clear()
        #expect(queue.isEmpty && queue.bytes == 0 && queue.pop() == nil)
    }
}
