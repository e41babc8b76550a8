import Engine
import FoundationEssentials
import Testing

@Suite struct FanOutTests {
    let graph: RepairCompiled
    let start: Step<Repair, RepairEffect>

    init() throws {
        graph = try RepairGraph.workshop().compile()
        start = try graph.step(RepairRun(Repair()), .brought("Golf"), now: noon)
    }

    private func answer(
        _ execution: RepairRun, _ part: String, _ count: Int, at seconds: Double = 1
    ) throws -> Step<Repair, RepairEffect> {
        let id = try #require(execution.number(of: .inspect(part)))
        return try graph.step(execution, .found(id, count), now: noon.addingTimeInterval(seconds))
    }

    @Test("branches run in the order they were declared, each until it waits or comes to the join")
    func order() {
        #expect(start.execution.path == ["receive", "inspect", "brakes", "engine", "paint"])
        #expect(start.execution.state.log == ["inspect", "brakes?", "engine?", "paint"])
        #expect(start.execution.waiting == ["brakes", "engine"])
        #expect(start.requests.map(\.effect) == [.inspect("brakes"), .inspect("engine")])
    }

    @Test("the join runs once, when all branches have come, in whatever order", arguments: [true, false])
    func join(isBrakesFirst: Bool) throws {
        let parts = isBrakesFirst ? ["brakes", "engine"] : ["engine", "brakes"]
        let first = try answer(start.execution, parts[0], 1)
        #expect(first.execution.path == [parts[0]])
        let second = try answer(first.execution, parts[1], 2)
        #expect(second.execution.path == [parts[1], "report", "approve"])
        #expect(second.execution.state.log.filter { $0.hasPrefix("report") } == ["report"])
    }

    @Test("at the deadline the join runs without who is late, and the late one is dropped")
    func late() throws {
        let first = try answer(start.execution, "brakes", 1)
        let id = try #require(first.execution.number(of: .inspect("engine")))
        let due = noon.addingTimeInterval(60)
        #expect(first.execution.deadline == due)
        let joined = try graph.wake(first.execution, now: due).execution
        #expect(joined.state.log.last == "report without engine")
        #expect(joined.waiting == ["approve"])
        #expect(joined.outstanding.isEmpty)
        let late = try graph.step(joined, .found(id, 4), now: due)
        #expect(!late.isChanged)
        #expect(late.execution == joined)
    }

    @Test("a join that waits for nobody runs in the same step")
    func immediate() throws {
        var graph = RepairGraph(entry: "a")
        graph.reduce(\.log, with: .append)
        for name in ["b", "c"] {
            graph.addNode(name, may: [.next]) { visit in
                visit.write(\.log, [name])
                return .next
            }
            graph.addEdge(name, to: "d")
        }
        graph.addNode("a", may: [.fanOut]) { _ in .fanOut }
        graph.addFanOut(from: "a", to: ["c", "b"], join: "d")
        graph.addNode("d", may: [.finish]) { _ in .finish }
        let step = try graph.compile().step(RepairRun(Repair()), .said("x"), now: noon)
        #expect(step.execution.state.log == ["c", "b"])
        #expect(step.execution.path == ["a", "c", "b", "d"])
        #expect(step.execution.waiting.isEmpty)
    }

    /// `a` fans out to `b` and `x`; `b` fans out to `c` and `y`; `x` and `y` wait.
    private func nested(within: Duration? = nil) throws -> RepairCompiled {
        var graph = RepairGraph(entry: "a")
        graph.reduce(\.log, with: .append)
        for name in ["a", "b"] { graph.addNode(name, may: [.fanOut]) { _ in .fanOut } }
        graph.addNode("c", may: [.next]) { _ in .next }
        for name in ["x", "y"] {
            graph.addNode(name, may: [.stay, .next]) { visit in
                visit.request(.inspect(name))
                return .stay
            } resume: { _ in
                .next
            }
        }
        for name in ["inner", "outer"] {
            graph.addNode(name, may: name == "inner" ? [.next] : [.finish]) { visit in
                visit.write(\.log, ["\(name) \(visit.missing)"])
                return name == "inner" ? .next : .finish
            }
        }
        graph.addFanOut(from: "a", to: ["b", "x"], join: "outer", within: within)
        graph.addFanOut(from: "b", to: ["c", "y"], join: "inner")
        for (from, to) in [("c", "inner"), ("y", "inner"), ("inner", "outer"), ("x", "outer")] {
            graph.addEdge(from, to: to)
        }
        return try graph.compile()
    }

    @Test("a branch may fan out itself: the inner join comes first")
    func nesting() throws {
        let graph = try nested()
        let start = try graph.step(RepairRun(Repair()), .said("go"), now: noon).execution
        #expect(start.path == ["a", "b", "c", "y", "x"])
        let x = try #require(start.number(of: .inspect("x")))
        let first = try graph.step(start, .found(x, 0), now: noon).execution
        #expect(first.state.log.isEmpty)
        let y = try #require(first.number(of: .inspect("y")))
        let second = try graph.step(first, .found(y, 0), now: noon).execution
        #expect(second.path == ["y", "inner", "outer"])
        #expect(second.waiting.isEmpty)
    }

    @Test("a deadline of the outer fan-out drops everything within its branches")
    func nestedDeadline() throws {
        let graph = try nested(within: .seconds(9))
        let start = try graph.step(RepairRun(Repair()), .said("go"), now: noon).execution
        let end = try graph.wake(start, now: noon.addingTimeInterval(9)).execution
        #expect(end.state.log == [#"outer ["b", "x"]"#])
        #expect(end.outstanding.isEmpty)
        #expect(end.waiting.isEmpty)
        #expect(end.deadline == nil)
    }

    @Test("a step that fails in one branch leaves the execution as it was, all branches included")
    func failure() throws {
        var graph = RepairGraph(entry: "a")
        graph.addNode("a", may: [.fanOut]) { _ in .fanOut }
        graph.addInspection("b")
        graph.addNode("c", may: [.next]) { _ in .stay }
        graph.addEdge("c", to: "report")
        graph.addNode("report", may: [.finish]) { _ in .finish }
        graph.addFanOut(from: "a", to: ["b", "c"], join: "report")
        let compiled = try graph.compile()
        let start = RepairRun(Repair())
        #expect(throws: ExecutionError.undeclaredOutcome(node: "c", outcome: .stay)) {
            try compiled.step(start, .said("x"), now: noon)
        }
        #expect(start == RepairRun(Repair()))
    }
}
