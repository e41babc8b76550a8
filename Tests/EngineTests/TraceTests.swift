import Engine
import FoundationEssentials
import Testing

@Suite("Traces") struct TraceTests {
    let graph: RepairCompiled

    init() throws { graph = try RepairGraph.workshop().compile() }

    private func lines(_ step: Step<Repair, RepairEffect>) -> [String] {
        step.trace.map { event in
            let more: [String?] = [
                event.outcome?.rawValue, event.fields?.joined(separator: " "), event.request?.description,
                event.attempt.map { "attempt \($0)" }, event.choice, event.missing.map { "missing \($0)" },
            ]
            return ([event.kind.rawValue, event.node] + more.compactMap { $0 }).joined(separator: " ")
        }
    }

    @Test("a traced step tells what was entered, written, asked and decided, in order")
    func order() throws {
        let step = try graph.traced.step(RepairRun(Repair()), .brought("Golf"), now: noon)
        #expect(
            lines(step) == [
                "entered receive", "updated receive car talks", "finished receive next",
                "entered inspect", "updated inspect log", "finished inspect fan_out",
                "entered brakes", "effect brakes #2 attempt 1", "updated brakes log", "finished brakes stay",
                "entered engine", "effect engine #3 attempt 1", "updated engine log", "finished engine stay",
                "entered paint", "updated paint log", "finished paint next",
            ])
    }

    @Test("retries, joins, questions and decisions are told")
    func others() throws {
        let traced = graph.traced
        var execution = try graph.step(RepairRun(Repair()), .brought("Golf"), now: noon).execution
        let retried = try traced.wake(execution, now: noon.addingTimeInterval(5))
        #expect(lines(retried) == ["retried brakes #2 attempt 2"])
        let joined = try traced.wake(execution, now: noon.addingTimeInterval(60))
        #expect(lines(joined).contains(#"joined report missing ["brakes", "engine"]"#))
        #expect(lines(joined).contains("interrupted approve #4"))
        execution = joined.execution
        let decided = try traced.decide(execution, RequestID(4), Decision("no"), now: noon.addingTimeInterval(70))
        #expect(lines(decided).prefix(2) == ["decided approve #4 no", "resumed approve"])
    }

    @Test("a step that is not traced tells nothing and does the same")
    func untraced() throws {
        let plain = try graph.step(RepairRun(Repair()), .brought("Golf"), now: noon)
        let traced = try graph.traced.step(RepairRun(Repair()), .brought("Golf"), now: noon)
        #expect(plain.trace.isEmpty)
        #expect(plain.execution == traced.execution)
        #expect(plain.requests == traced.requests)
    }

    @Test("what a node in a subgraph writes is told by its own field")
    func subgraph() throws {
        var graph = RepairGraph(entry: "parts")
        graph.addSubgraph("parts", subgraph: .parts(), on: \.order, then: .finish)
        let step = try graph.compile().traced.step(RepairRun(Repair()), .said("x"), now: noon)
        #expect(lines(step).contains("updated parts/count notes"))
    }

    @Test("a trace reads back as it was written, and a checkpoint is part of it")
    func coding() throws {
        var execution = try graph.step(RepairRun(Repair()), .brought("Golf"), now: noon).execution
        var checkpoints = Checkpoints<Repair, RepairEffect>()
        checkpoints.record(&execution, at: noon)
        let step = try graph.traced.step(execution, .said("hello"), now: noon)
        let trace = step.trace + [try #require(checkpoints.latest).trace]
        #expect(try JSONDecoder().decode([TraceEvent].self, from: JSONEncoder().encode(trace)) == trace)
        #expect(trace.last?.sequence == 1)
    }
}
