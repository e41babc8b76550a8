import Engine
import FoundationEssentials
import Testing

@Suite struct SubgraphTests {
    /// A parts department in a warehouse in a workshop.
    private func graph(then outcome: Outcome = .next) -> RepairGraph {
        var graph = RepairGraph(entry: "parts")
        graph.addSubgraph("parts", subgraph: .parts(), on: \.order, then: outcome)
        if outcome == .next {
            graph.addEdge("parts", to: "done")
            graph.addNode("done", may: [.finish]) { visit in
                visit.write(\.log, ["\(visit.state.order.parts)"])
                return .finish
            }
        }
        return graph
    }

    @Test("its nodes run on their field with their own reducers, and its end follows its edge")
    func runs() throws {
        let graph = try graph().compile()
        let first = try graph.step(RepairRun(Repair()), .said("go"), now: noon).execution
        #expect(first.waiting == ["parts/count"])
        let id = try #require(first.number(of: .count))
        let done = try graph.step(first, .found(id, 4), now: noon).execution
        #expect(done.path == ["parts/count", "parts/note", "parts", "done"])
        #expect(done.state.order == Repair.Order(parts: 4, notes: ["counting", "counted"]))
        #expect(done.state.log == ["4"])
    }

    @Test("a subgraph can be the end of the run")
    func ends() throws {
        let graph = try graph(then: .finish).compile()
        let first = try graph.step(RepairRun(Repair()), .said("go"), now: noon).execution
        let id = try #require(first.number(of: .count))
        #expect(try graph.step(first, .found(id, 4), now: noon).execution.waiting.isEmpty)
    }

    @Test("a subgraph can lie in a subgraph")
    func nested() throws {
        struct Yard: Sendable { var repair = Repair() }
        var yard = StateGraph<Yard, RepairEvent, RepairEffect>(entry: "shop")
        yard.addSubgraph("shop", subgraph: graph(), on: \.repair, then: .finish)
        let compiled = try yard.compile()
        let first = try compiled.step(Execution(Yard()), .said("go"), now: noon).execution
        #expect(first.waiting == ["shop/parts/count"])
        let id = try #require(first.number(of: .count))
        let done = try compiled.step(first, .found(id, 2), now: noon).execution
        #expect(done.path == ["shop/parts/count", "shop/parts/note", "shop/parts", "shop/done", "shop"])
        #expect(done.state.repair.order.parts == 2)
        #expect(done.state.repair.log == ["2"])
    }

    @Test("inside a subgraph policies count, and a fan-out names its branches as its author did")
    func fanOutInside() throws {
        struct Yard: Sendable { var repair = Repair() }
        var yard = StateGraph<Yard, RepairEvent, RepairEffect>(entry: "shop")
        yard.addSubgraph("shop", subgraph: .workshop(), on: \.repair, then: .finish)
        let compiled = try yard.compile()
        let first = try compiled.step(Execution(Yard()), .brought("Golf"), now: noon).execution
        #expect(first.waiting == ["shop/brakes", "shop/engine"])
        let paused = try compiled.wake(first, now: noon.addingTimeInterval(5)).execution
        #expect(try compiled.wake(paused, now: noon.addingTimeInterval(6)).requests.map(\.attempt) == [2])
        let joined = try compiled.wake(first, now: noon.addingTimeInterval(60)).execution
        #expect(joined.state.repair.log.contains { $0.hasSuffix("without engine") })
    }

    @Test("what is wrong inside is named with the whole name")
    func defects() {
        var inner = StateGraph<Repair.Order, RepairEvent, RepairEffect>(entry: "a")
        inner.addNode("a", may: [.next]) { _ in .next }
        inner.addEdge("a", to: "lost")
        inner.addNode("b", may: [.finish]) { _ in .finish }
        var graph = RepairGraph(entry: "parts")
        graph.addSubgraph("parts", subgraph: inner, on: \.order, then: .finish)
        #expect(
            graph.defects == [
                .edgeToNowhere(from: "parts/a", to: "parts/lost"), .unreachableNode(node: "parts/b"),
                .unreachableNode(node: "parts"),
            ])
        var empty = RepairGraph(entry: "parts")
        empty.addSubgraph("parts", subgraph: .init(), on: \.order, then: .finish)
        #expect(empty.defects == [.noEntryInside(subgraph: "parts")])
        #expect(graph.defects.first.map { "\($0)" } == "the edge parts/a → parts/lost leads to no node")
    }
}
