import FoundationEssentials
import Simulation
import Supervision
import Testing

@Suite("Handoff queue")
struct HandoffQueueTests {
    private let now = Date(timeIntervalSince1970: 1_793_524_800)

    private func handoff(
        _ id: String, _ priority: Handoff.Priority = .normal, skills: Set<String> = [], after seconds: TimeInterval = 0
    ) -> Handoff {
        Handoff(
            id: id, session: "sess_\(id)", reason: "asked", priority: priority, skills: skills,
            at: now.addingTimeInterval(seconds))
    }

    private func person(
        _ id: String, skills: Set<String> = [], _ status: HandoffOperator.Status = .available, idle seconds: Double = 0
    ) -> HandoffOperator {
        HandoffOperator(id: id, skills: skills, status: status, idleSince: now.addingTimeInterval(-seconds))
    }

    /// Who is offered what.
    private func offers(_ queue: HandoffQueue) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: queue.handoffs.compactMap { handoff in handoff.operator.map { (handoff.id, $0) } })
    }

    @Test("the most urgent comes first, then the oldest; the one who was idle longest takes it")
    func order() {
        var queue = HandoffQueue(
            [handoff("a", after: 1), handoff("b", .urgent, after: 2), handoff("c")],
            operators: [person("x", idle: 10), person("y", idle: 60)])
        let changed = queue.assign(now: now)
        #expect(changed.count == 3)
        #expect(offers(queue) == ["b": "y", "c": "x"])
    }

    @Test("only who has all the skills is asked")
    func skills() {
        var queue = HandoffQueue(
            [handoff("a", skills: ["vans", "english"])],
            operators: [person("x", skills: ["vans"], idle: 60), person("y", skills: ["english", "vans", "diesel"])])
        _ = queue.assign(now: now)
        #expect(offers(queue) == ["a": "y"])
    }

    @Test("it waits for who is busy, and becomes a callback when nobody is there")
    func nobody() {
        var queue = HandoffQueue([handoff("a")], operators: [person("x", .busy), person("y", .offline)])
        _ = queue.assign(now: now)
        #expect(queue.handoffs[0].state == .queued)
        queue.operators[0].status = .offline
        _ = queue.assign(now: now)
        #expect(queue.handoffs[0].state == .callbackScheduled)
    }

    @Test("after twenty seconds the next is asked, and after the last it is a callback")
    func next() {
        var queue = HandoffQueue([handoff("a")], operators: [person("x", idle: 9), person("y")])
        _ = queue.assign(now: now)
        #expect(offers(queue) == ["a": "x"])
        #expect(queue.timeout == now.addingTimeInterval(20))
        let early = queue.assign(now: now.addingTimeInterval(19))
        #expect(early.isEmpty)
        _ = queue.assign(now: now.addingTimeInterval(20))
        #expect(offers(queue) == ["a": "y"])
        _ = queue.assign(now: now.addingTimeInterval(40))
        #expect(queue.handoffs[0].state == .callbackScheduled)
    }

    @Test("nobody ever has two, and nobody is asked for what they cannot or would not do")
    func crowd() throws {
        for seed in 0..<300 {
            var random = SeededGenerator(seed: UInt64(seed))
            var time = now
            let skills = ["a", "b", "c"]
            func some() -> Set<String> { Set(skills.filter { _ in random.chance(0.4) }) }
            var queue = HandoffQueue(
                (0..<12).map { handoff("h\($0)", Handoff.Priority(nearest: $0 % 4 - 1), skills: some()) },
                operators: (0..<5).map { person("o\($0)", skills: some(), idle: Double($0)) })
            for _ in 0..<60 {
                _ = queue.assign(now: time)
                let engaged = queue.handoffs.filter { !$0.state.isOver }.compactMap(\.operator)
                #expect(Set(engaged).count == engaged.count)
                for index in queue.handoffs.indices where random.chance(0.3) {
                    guard let id = queue.handoffs[index].operator,
                        let person = queue.operators.first(where: { $0.id == id })
                    else { continue }
                    #expect(person.suits(queue.handoffs[index]) && !queue.handoffs[index].passed.contains(id))
                    if random.chance(0.5) {
                        try? queue.handoffs[index].accept(by: person, now: time)
                    } else if random.chance(0.5) {
                        try? queue.handoffs[index].decline(by: id)
                    } else {
                        try? queue.handoffs[index].complete(.qualified, now: time)
                    }
                }
                time.addTimeInterval(Double.random(in: 0...15, using: &random))
            }
            #expect(queue.handoffs.contains { $0.state.isOver })
        }
    }
}
