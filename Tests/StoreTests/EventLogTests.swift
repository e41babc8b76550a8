import Conversation
import FoundationEssentials
import Store
import Testing

@Suite struct EventLogTests {
    private let start = Date(timeIntervalSince1970: 1_777_888_800)

    private func event(_ session: String, _ number: Int) -> SessionEvent {
        SessionEvent(session, .latency(Latency(llmMs: number)))
    }

    @Test("numbers count from one within a session")
    func numbers() {
        let log = MemoryEventLog()
        #expect((1...3).map { log.append(event("a", $0), at: start).sequence } == [1, 2, 3])
        #expect(log.append(event("b", 1), at: start).sequence == 1)
        #expect(log.events(of: "a", after: 1).map(\.sequence) == [2, 3])
        #expect(log.events(of: "nobody", after: 0).isEmpty)
    }

    @Test("a subscription has no seam between what was and what comes", arguments: 1...6)
    func seam(from sequence: Int) async {
        let log = MemoryEventLog()
        for number in 1...4 { log.append(event("a", number), at: start) }
        let stream = log.subscribe(to: "a", from: sequence)
        for number in 5...8 { log.append(event("a", number), at: start) }
        log.append(event("b", 1), at: start)
        var seen: [Int] = []
        for await logged in stream {
            seen.append(logged.sequence)
            if logged.sequence == 8 { break }
        }
        #expect(seen == Array(sequence...8))
    }

    @Test("a reader that falls behind is ended and misses nothing when it comes back")
    func overflow() async {
        let log = MemoryEventLog(buffer: 4)
        let stream = log.subscribe(to: "a", from: 1)
        for number in 1...10 { log.append(event("a", number), at: start) }
        var seen: [Int] = []
        for await logged in stream { seen.append(logged.sequence) }
        #expect(seen == [1, 2, 3, 4])
        for await logged in log.subscribe(to: "a", from: 5) {
            seen.append(logged.sequence)
            if logged.sequence == 10 { break }
        }
        #expect(seen == Array(1...10))
    }

    @Test("a log keeps its newest events, and the process its newest logs")
    func bounded() {
        let log = MemoryEventLog(capacity: 8, sessions: 2)
        for number in 1...100 { log.append(event("a", number), at: start) }
        #expect(log.events(of: "a", after: 0).count <= 8)
        #expect(log.events(of: "a", after: 0).last?.sequence == 100)
        for session in ["b", "c"] { log.append(event(session, 1), at: start) }
        #expect(log.events(of: "a", after: 0).isEmpty)
    }

    @Test("a subscription to everything sees every session, and ends with its reader")
    func everything() async {
        let log = MemoryEventLog()
        let stream = log.subscribeToAll()
        for session in ["a", "b", "a"] { log.append(event(session, 1), at: start) }
        var seen: [String] = []
        for await logged in stream {
            seen.append(logged.sessionID)
            if seen.count == 3 { break }
        }
        #expect(seen == ["a", "b", "a"])
    }
}
