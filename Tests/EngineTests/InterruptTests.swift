import Document
import Engine
import FoundationEssentials
import Testing

@Suite("Questions to people") struct InterruptTests {
    let graph: RepairCompiled
    let start: RepairRun
    let id: RequestID

    init() throws {
        graph = try RepairGraph.workshop().compile()
        let waiting = try graph.step(RepairRun(Repair()), .brought("Golf"), now: noon).execution
        start = try graph.wake(waiting, now: noon.addingTimeInterval(60)).execution
        id = try #require(start.interrupts.first?.id)
    }

    private let later = noon.addingTimeInterval(100)

    @Test("a question is listed with what is asked, by which node, and until when")
    func listed() throws {
        let interrupt = try #require(start.interrupts.first)
        #expect(interrupt.question.options == ["yes", "no"])
        #expect(interrupt.question.details == ["car": "Golf"])
        #expect(interrupt.node == "approve")
        #expect(interrupt.state == .pending)
        #expect(interrupt.deadline == noon.addingTimeInterval(3660))
        #expect(start.deadline == interrupt.deadline)
    }

    @Test("the node goes on with the decision, and the decision is kept")
    func decided() throws {
        let decision = Decision("yes", note: "mind the paint", edits: ["parts": 3])
        let step = try graph.decide(start, id, decision, now: later)
        #expect(step.execution.path == ["approve", "parts/count"])
        #expect(step.execution.state.log.last == "mind the paint")
        #expect(step.execution.interrupts.first?.state == .decided(decision))
    }

    @Test("the same decision again changes nothing and says so; another one is refused with the first")
    func idempotent() throws {
        let decision = Decision("no")
        let once = try graph.decide(start, id, decision, now: later).execution
        let again = try graph.decide(once, id, decision, now: later)
        #expect(!again.isChanged)
        #expect(again.execution == once)
        #expect(again.requests.isEmpty)
        #expect(throws: DecisionError.alreadyDecided(id, decision)) {
            try graph.decide(once, id, Decision("yes"), now: later)
        }
        #expect(throws: DecisionError.alreadyDecided(id, decision)) {
            try graph.decide(once, id, Decision("no", note: "really"), now: later)
        }
    }

    @Test("an unknown question, an unknown choice and a late decision are refused")
    func refused() throws {
        #expect(throws: DecisionError.unknownInterrupt(RequestID(77))) {
            try graph.decide(start, RequestID(77), Decision("yes"), now: later)
        }
        #expect(throws: DecisionError.unknownChoice(id, choice: "maybe")) {
            try graph.decide(start, id, Decision("maybe"), now: later)
        }
        let deadline = try #require(start.deadline)
        #expect(throws: DecisionError.expired(id)) { try graph.decide(start, id, Decision("yes"), now: deadline) }
        let expired = try graph.wake(start, now: deadline).execution
        #expect(expired.interrupts.first?.state == .expired)
        #expect(expired.state.log.last == "expired")
        #expect(expired.waiting.isEmpty)
        #expect(throws: DecisionError.expired(id)) { try graph.decide(expired, id, Decision("yes"), now: deadline) }
    }

    @Test("a question whose matter came to an end is withdrawn")
    func withdrawn() throws {
        var execution = start
        execution.restart()
        #expect(execution.interrupts.map(\.state) == [.withdrawn])
        #expect(throws: DecisionError.withdrawn(id)) { try graph.decide(execution, id, Decision("yes"), now: later) }
    }

    @Test("question and decision survive being stored, each before the next")
    func stored() throws {
        let asked = try graph.decode(graph.encode(start))
        let decided = try graph.decide(asked, id, Decision("yes"), now: later).execution
        let back = try graph.decode(graph.encode(decided))
        #expect(back == decided)
        #expect(try !graph.decide(back, id, Decision("yes"), now: later).isChanged)
    }

    @Test("while a question waits, other events go on")
    func talking() throws {
        let talk = try graph.step(start, .said("hello"), now: later)
        #expect(talk.execution.path == ["receive", "chat"])
        #expect(talk.execution.interrupts == start.interrupts)
    }

    @Test("an event type that cannot tell of decisions makes deciding an error, not a trap")
    func silent() throws {
        var graph = ParcelGraph(entry: "a")
        graph.addNode("a", may: [.stay]) { visit in
            visit.interrupt(Interrupt.Question(kind: "k", prompt: "p"))
            return .stay
        } resume: { _ in
            .stay
        }
        let compiled = try graph.compile()
        let execution = try compiled.step(ParcelRun(Parcel()), .arrived(weight: 1), now: noon).execution
        #expect(throws: DecisionError.step(.noEvent(node: "a"))) {
            try compiled.decide(execution, try #require(execution.interrupts.first?.id), Decision("x"), now: noon)
        }
    }

    @Test("of settled questions the newest are kept, of pending ones all")
    func bounded() throws {
        var graph = RepairGraph(entry: "a")
        graph.addNode("a", may: [.stay, .finish]) { visit in
            visit.interrupt(Interrupt.Question(kind: "k", prompt: "p"))
            return .stay
        } resume: { _ in
            .finish
        }
        let compiled = try graph.compile()
        var execution = RepairRun(Repair())
        for _ in 0..<50 {
            execution = try compiled.step(execution, .said("x"), now: noon).execution
            let id = try #require(execution.interrupts.last?.id)
            execution = try compiled.decide(execution, id, Decision("ok"), now: noon).execution
        }
        #expect(execution.interrupts.count == 32)
        #expect(execution.interrupts.last?.id == RequestID(50))
    }
}
