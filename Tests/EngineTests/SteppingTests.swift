import Engine
import FoundationEssentials
import Testing

@Suite struct SteppingTests {
    let graph: CompiledGraph<Parcel, ParcelEvent, ParcelEffect>

    init() throws { graph = try parcelGraph().compile() }

    @Test("a step runs to the first wait, and its answer continues there")
    func waits() throws {
        let first = try graph.step(ParcelRun(Parcel()), .arrived(weight: 3), now: noon)
        let id = try #require(first.requests.first?.id)
        #expect(first.execution.waitingAt == "price")
        #expect(first.execution.path == ["weigh", "price"])
        #expect(first.requests == [Request(id: id, effect: .askPrice(weight: 3))])
        let second = try graph.step(first.execution, .priced(id, 7), now: noon)
        #expect(second.execution.waitingAt == nil)
        #expect(second.execution.outstanding.isEmpty)
        #expect(second.requests == [Request(id: nil, effect: .label("3 for 7"))])
    }

    @Test("a reducer appends what nodes write, a field without one is replaced")
    func reduces() throws {
        let step = try graph.step(ParcelRun(Parcel(weight: 5)), .arrived(weight: 30), now: noon)
        #expect(step.execution.state.log == ["weigh", "refuse"])
        #expect(step.execution.state.weight == 30)
    }

    @Test("an answer nobody waits for changes nothing")
    func staleAnswer() throws {
        let first = try graph.step(ParcelRun(Parcel()), .arrived(weight: 3), now: noon).execution
        let stale = try graph.step(first, .priced(RequestID(99), 7), now: noon)
        #expect(stale.execution == first)
        #expect(stale.requests.isEmpty)
    }

    @Test("an abandoned request is answered in vain, an answer counts once")
    func abandoned() throws {
        let first = try graph.step(ParcelRun(Parcel()), .arrived(weight: 3), now: noon)
        let id = try #require(first.requests.first?.id)
        var given = first.execution
        given.abandon(id)
        #expect(try graph.step(given, .priced(id, 7), now: noon).execution == given)
        let done = try graph.step(first.execution, .priced(id, 7), now: noon).execution
        #expect(try graph.step(done, .priced(id, 8), now: noon).execution.state.price == 7)
    }

    @Test("the same execution, event and time give the same step")
    func deterministic() throws {
        let start = ParcelRun(Parcel())
        let left = try graph.step(start, .arrived(weight: 3), now: noon)
        let right = try graph.step(start, .arrived(weight: 3), now: noon)
        #expect(left.execution == right.execution)
        #expect(left.requests == right.requests)
    }

    @Test("a loop ends at the recursion limit and leaves the execution as it was")
    func recursion() throws {
        var looping = ParcelGraph(entry: "a", recursionLimit: 10)
        looping.addNode("a", may: [.next]) { visit in
            visit.write(\.weight, visit.state.weight + 1)
            return .next
        }
        looping.addEdge("a", to: "a")
        let compiled = try looping.compile()
        let start = ParcelRun(Parcel())
        #expect(throws: ExecutionError.recursionLimit(10, node: "a")) {
            try compiled.step(start, .arrived(weight: 1), now: noon)
        }
        #expect(start.state.weight == 0)
    }

    @Test("a node that decides what it did not declare is an error that names it")
    func undeclared() throws {
        var graph = ParcelGraph(entry: "a")
        graph.addNode("a", may: [.next]) { _ in .finish }
        graph.addNode("b", may: [.finish]) { _ in .finish }
        graph.addEdge("a", to: "b")
        let compiled = try graph.compile()
        #expect(throws: ExecutionError.undeclaredOutcome(node: "a", outcome: .finish)) {
            try compiled.step(ParcelRun(Parcel()), .arrived(weight: 1), now: noon)
        }
    }

    /// A label that its own list of cases does not have.
    private enum Mood: String, CaseIterable {
        case good, bad, secret

        static var allCases: [Mood] { [.good, .bad] }
    }

    @Test("a condition that picks a label outside its list is an error that names the node")
    func undeclaredLabel() throws {
        var graph = ParcelGraph(entry: "a")
        graph.addNode("a", may: [.next]) { _ in .next }
        graph.addNode("b", may: [.finish]) { _ in .finish }
        graph.addEdges(from: "a", to: [.good: "b", .bad: "b"]) { (_: Parcel) -> Mood in .secret }
        let compiled = try graph.compile()
        #expect(throws: ExecutionError.undeclaredLabel(node: "a")) {
            try compiled.step(ParcelRun(Parcel()), .arrived(weight: 1), now: noon)
        }
    }
}
