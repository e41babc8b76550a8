import Engine
import Foundation

/// What the engine adds to a node's own work: a step of a graph with two nodes, against calling the two functions.
struct StepOverhead {
    private struct Tally: Sendable {
        var sum = 0
        var last = 0
    }

    private struct Tick: GraphEvent {
        let value: Int
    }

    private enum NoEffect: Sendable {}

    /// The median of the rounds, in microseconds of the processor for a step.
    static func measure() throws -> Figure {
        let graph = try graph()
        let time = Date(timeIntervalSince1970: 0)
        let rounds = try Rounds.run { _ in
            var execution = Execution<Tally, NoEffect>(Tally())
            return try ProcessorTime.spent {
                for value in 0..<Rounds.frames {
                    execution = try graph.step(execution, Tick(value: value), now: time).execution
                }
                guard execution.state.sum > 0 else { throw BenchFailure("the graph did not count") }
            }
        } bare: { _ in
            var tally = Tally()
            return try ProcessorTime.spent {
                for value in 0..<Rounds.frames {
                    add(value, &tally)
                    note(value, &tally)
                }
                guard tally.sum > 0 else { throw BenchFailure("the functions did not count") }
            }
        }
        guard let ours = rounds.ours.median, let bare = rounds.bare.median else {
            throw BenchFailure("no round was run")
        }
        return Figure(
            value: (ours - bare) / 1000,
            note: "two nodes; \((ours).formatted(decimals: 0)) ns against \((bare).formatted(decimals: 0)) ns")
    }

    private static func graph() throws -> CompiledGraph<Tally, Tick, NoEffect> {
        var graph = StateGraph<Tally, Tick, NoEffect>(entry: "add")
        graph.addNode("add", may: [.next]) { visit in
            visit.write(\.sum, visit.state.sum + visit.event.value)
            return .next
        }
        graph.addNode("note", may: [.finish]) { visit in
            visit.write(\.last, visit.event.value)
            return .finish
        }
        graph.addEdge("add", to: "note")
        return try graph.compile()
    }

    @inline(never) private static func add(_ value: Int, _ tally: inout Tally) { tally.sum += value }
    @inline(never) private static func note(_ value: Int, _ tally: inout Tally) { tally.last = value }
}
