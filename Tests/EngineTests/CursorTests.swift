import Engine
import FoundationEssentials
import Testing

@Suite("Waiting at several places") struct CursorTests {
    let graph: RepairCompiled

    init() throws { graph = try RepairGraph.workshop().compile() }

    @Test("somebody can go on talking while another matter waits")
    func talking() throws {
        let car = try graph.step(RepairRun(Repair()), .brought("Golf"), now: noon).execution
        let talk = try graph.step(car, .said("hello"), now: noon)
        #expect(talk.execution.path == ["receive", "chat"])
        #expect(talk.requests.map(\.effect) == [.tell("hello")])
        #expect(talk.execution.waiting == ["brakes", "engine"])
        let id = try #require(talk.execution.number(of: .inspect("engine")))
        #expect(try graph.step(talk.execution, .found(id, 2), now: noon).execution.path == ["engine"])
    }

    @Test("an event that answers nothing goes to the place that waits for nothing in particular")
    func freeEvent() throws {
        var graph = ParcelGraph(entry: "listen")
        graph.addNode("listen", may: [.stay, .finish]) { _ in
            .stay
        } resume: { visit in
            if case .arrived(let weight) = visit.event { visit.write(\.weight, weight) }
            return .finish
        }
        let compiled = try graph.compile()
        let waiting = try compiled.step(ParcelRun(Parcel()), .arrived(weight: 1), now: noon).execution
        #expect(waiting.waiting == ["listen"])
        let done = try compiled.step(waiting, .arrived(weight: 7), now: noon).execution
        #expect(done.state.weight == 7)
        #expect(done.waiting.isEmpty)
    }

    @Test("a place goes on only when its own answer comes, whatever else is answered")
    func addressed() throws {
        var execution = ParcelRun(Parcel())
        let graph = try parcelGraph().compile()
        var ids: [RequestID] = []
        for weight in 1...3 {
            let step = try graph.step(execution, .arrived(weight: weight), now: noon)
            execution = step.execution
            ids.append(try #require(step.requests.first?.id))
        }
        #expect(execution.waiting == ["price", "price", "price"])
        execution = try graph.step(execution, .priced(ids[1], 5), now: noon).execution
        #expect(execution.path == ["price", "ship"])
        #expect(execution.outstanding.map(\.id) == [ids[0], ids[2]])
    }

    @Test("a run that would wait at too many places is refused, and what waits keeps waiting")
    func bounded() throws {
        var execution = ParcelRun(Parcel())
        let graph = try parcelGraph().compile()
        for weight in 1...32 {
            execution.state.weight = 0
            execution = try graph.step(execution, .arrived(weight: weight % 20), now: noon).execution
        }
        #expect(throws: ExecutionError.tooManyCursors(32)) {
            try graph.step(execution, .arrived(weight: 1), now: noon)
        }
        #expect(execution.waiting.count == 32)
        let id = try #require(execution.outstanding.first?.id)
        #expect(try graph.step(execution, .priced(id, 1), now: noon).execution.waiting.count == 31)
    }

    @Test("a node that asks for too much at once is refused")
    func requestLimit() throws {
        var graph = ParcelGraph(entry: "a")
        graph.addNode("a", may: [.stay]) { visit in
            for weight in 0..<129 { visit.request(.askPrice(weight: weight)) }
            return .stay
        } resume: { _ in
            .stay
        }
        let compiled = try graph.compile()
        #expect(throws: ExecutionError.tooManyRequests(128)) {
            try compiled.step(ParcelRun(Parcel()), .arrived(weight: 1), now: noon)
        }
    }

    @Test("after a restart nothing is waited for and the next event starts at the entry")
    func restart() throws {
        var execution = try graph.step(RepairRun(Repair()), .brought("Golf"), now: noon).execution
        execution.restart()
        #expect(execution.waiting.isEmpty)
        #expect(execution.outstanding.isEmpty)
        #expect(execution.deadline == nil)
        #expect(try graph.step(execution, .said("hello"), now: noon).execution.path == ["receive", "chat"])
    }

    @Test("a run that ends lets go of what it asked for: answers come in vain, questions are withdrawn")
    func ends() throws {
        var graph = RepairGraph(entry: "a")
        graph.addNode("a", may: [.stay, .finish]) { visit in
            visit.request(.count)
            visit.request(.inspect("brakes"))
            visit.interrupt(Interrupt.Question(kind: "k", prompt: "p"), within: .seconds(9))
            return .stay
        } resume: { _ in
            .finish
        }
        graph.setPolicy(of: "a", timeout: .seconds(5))
        let compiled = try graph.compile()
        let waiting = try compiled.step(RepairRun(Repair()), .said("go"), now: noon).execution
        let other = try #require(waiting.number(of: .inspect("brakes")))
        let id = try #require(waiting.number(of: .count))
        let done = try compiled.step(waiting, .found(id, 1), now: noon).execution
        #expect(done.outstanding.isEmpty)
        #expect(done.deadline == nil)
        #expect(done.interrupts.map(\.state) == [.withdrawn])
        #expect(try !compiled.step(done, .found(other, 1), now: noon).isChanged)
    }
}
