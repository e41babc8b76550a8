package import FoundationEssentials

extension CompiledGraph {
    /// Lets anything happen to an execution that can. For drivers that keep a recording.
    package func apply(
        _ input: GraphInput<Event>, to execution: Execution<State, Effect>, now: Date
    ) throws(DecisionError) -> Step<State, Effect> {
        var execution = execution
        do throws(ExecutionError) {
            switch input {
            case .event(let event): return try step(execution, event, now: now)
            case .woken: return try wake(execution, now: now)
            case .decided: break
            case .abandoned(let id): execution.abandon(id)
            case .restarted: execution.restart()
            }
        } catch {
            throw .step(error)
        }
        if case .decided(let id, let decision) = input { return try decide(execution, id, decision, now: now) }
        return Step(execution, requests: [], trace: [])
    }

    /// Lets everything happen again; from the same execution this leads to the same one, byte for byte.
    package func replay(
        _ recording: Recording<Event>, from start: Execution<State, Effect>
    ) throws(ReplayError) -> Execution<State, Effect> {
        guard !recording.isIncomplete else { throw .incomplete }
        var execution = start
        for (index, entry) in recording.entries.enumerated() {
            do {
                execution = try apply(entry.input, to: execution, now: entry.at).execution
            } catch {
                throw .diverged(entry: index, reason: error.description)
            }
        }
        return execution
    }
}
