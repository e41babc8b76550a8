import Document
import FoundationEssentials
import Supervision
import Testing

@Suite("Handoff")
struct HandoffTests {
    private let now = Date(timeIntervalSince1970: 1_793_524_800)

    private func handoff(_ id: String = "hof_1", skills: Set<String> = [], wanted: String? = nil) -> Handoff {
        Handoff(id: id, session: "sess_1", reason: "asked", skills: skills, wanted: wanted, at: now)
    }

    private func person(_ id: String, skills: Set<String> = []) -> HandoffOperator {
        HandoffOperator(id: id, skills: skills, status: .available, idleSince: now)
    }

    @Test("a handoff goes from the request to what came of it, and each step raises its version")
    func course() throws {
        var handoff = handoff()
        let ann = person("usr_ann")
        try handoff.enqueue()
        try handoff.offer(to: ann, now: now)
        #expect(handoff.timeout == now.addingTimeInterval(20))
        try handoff.accept(by: ann, version: 3, now: now)
        try handoff.bridge(by: "usr_ann")
        try handoff.begin(now: now)
        try handoff.wrapUp()
        try handoff.complete(.qualified, notes: "Buys.", followUps: ["Send offer"], now: now)
        #expect(handoff.state == .completed)
        #expect(handoff.version == 8)
        #expect(handoff.json["status"] == "completed")
        #expect(handoff.json["disposition"] == "qualified")
        #expect(handoff.json["operator"] == "usr_ann")
    }

    @Test("of two who accept the first has it")
    func accept() throws {
        var handoff = handoff()
        try handoff.enqueue()
        let version = handoff.version
        try handoff.accept(by: person("usr_ann"), version: version, now: now)
        let had = handoff
        #expect(throws: HandoffError.conflict(version: version + 1)) {
            try handoff.accept(by: person("usr_bob"), version: version, now: now)
        }
        #expect(throws: HandoffError.taken(by: "usr_ann")) { try handoff.accept(by: person("usr_bob"), now: now) }
        #expect(handoff == had)
    }

    @Test("what is offered to one is not accepted by another, nor by who lacks a skill or is not meant")
    func others() throws {
        var offered = handoff()
        try offered.enqueue()
        try offered.offer(to: person("usr_ann"), now: now)
        #expect(throws: HandoffError.taken(by: "usr_ann")) { try offered.accept(by: person("usr_bob"), now: now) }
        var special = handoff(skills: ["diesel"], wanted: "usr_ann")
        try special.enqueue()
        #expect(throws: HandoffError.unsuitable) { try special.accept(by: person("usr_ann"), now: now) }
        #expect(throws: HandoffError.unsuitable) {
            try special.accept(by: person("usr_bob", skills: ["diesel"]), now: now)
        }
        try special.accept(by: person("usr_ann", skills: ["diesel", "vans"]), now: now)
    }

    @Test("an offer that is declined, or not answered in twenty seconds, is for somebody else")
    func passing() throws {
        var handoff = handoff()
        try handoff.enqueue()
        try handoff.offer(to: person("usr_ann"), now: now)
        try handoff.decline(by: "usr_ann")
        #expect(handoff.state == .queued)
        try handoff.offer(to: person("usr_bob"), now: now)
        let early = handoff.lapse(now: now.addingTimeInterval(19.9))
        let due = handoff.lapse(now: now.addingTimeInterval(20))
        #expect(!early && due)
        #expect(handoff.passed == ["usr_ann", "usr_bob"])
        #expect(handoff.operator == nil)
    }

    @Test("a caller who leaves ends the wait; who talked with them writes down what came of it")
    func leaving() throws {
        var waiting = handoff()
        try waiting.cancel(now: now)
        #expect(waiting.state == .cancelled)
        var talking = handoff()
        try talking.enqueue()
        try talking.accept(by: person("usr_ann"), now: now)
        try talking.begin(now: now)
        try talking.cancel(now: now)
        #expect(talking.state == .wrapUp)
        try talking.cancel(now: now)
        try talking.complete(Disposition("went home"), now: now)
        #expect(talking.disposition == .other("went home"))
    }

    @Test(
        "no step is taken from a state that does not know it, and nothing follows the end",
        arguments: Handoff.State.allCases)
    func impossible(state: Handoff.State) throws {
        guard state.isOver else { return }
        var handoff = handoff()
        try handoff.enqueue()
        switch state {
        case .completed:
            try handoff.accept(by: person("usr_ann"), now: now)
            try handoff.complete(.notInterested, now: now)
        case .callbackScheduled: try handoff.scheduleCallback(now: now)
        default: try handoff.cancel(now: now)
        }
        let over = handoff
        #expect(throws: HandoffError.self) { try handoff.enqueue() }
        #expect(throws: HandoffError.self) { try handoff.accept(by: person("usr_ann"), now: now) }
        #expect(throws: HandoffError.self) { try handoff.begin(now: now) }
        #expect(throws: HandoffError.self) { try handoff.complete(.qualified, now: now) }
        #expect(throws: HandoffError.self) { try handoff.cancel(now: now) }
        #expect(handoff == over)
    }

    @Test(
        "dispositions and handoffs are written as they are read",
        arguments: ["qualified", "not_interested", "callback_scheduled", "moved away"])
    func stored(text: String) throws {
        var handoff = handoff(skills: ["vans"])
        try handoff.enqueue()
        try handoff.accept(by: person("usr_ann", skills: ["vans"]), now: now)
        try handoff.complete(Disposition(text), now: now)
        #expect(handoff.json["disposition"] == .string(text))
        #expect(try JSONDecoder().decode(Handoff.self, from: JSONEncoder().encode(handoff)) == handoff)
    }

    @Test("priorities have names and numbers")
    func priorities() {
        for priority in Handoff.Priority.allCases {
            #expect(Handoff.Priority(priority.name) == priority)
            #expect(Handoff.Priority(nearest: priority.rawValue) == priority)
        }
        #expect(Handoff.Priority(nearest: 0) == .normal)
        #expect(Handoff.Priority(nearest: 99) == .urgent)
        #expect(Handoff.Priority("asap") == nil)
    }
}
