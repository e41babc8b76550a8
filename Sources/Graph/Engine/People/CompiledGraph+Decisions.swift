package import FoundationEssentials

extension CompiledGraph {
    /// Takes a person's decision and goes on with it. The same decision again changes nothing.
    package func decide(
        _ execution: Execution<State, Effect>, _ id: RequestID, _ decision: Decision, now: Date
    ) throws(DecisionError) -> Step<State, Effect> {
        guard let index = execution.interrupts.firstIndex(where: { $0.id == id }) else { throw .unknownInterrupt(id) }
        let interrupt = execution.interrupts[index]
        switch interrupt.state {
        case .decided(decision): return Step(unchanged: execution)
        case .decided(let other): throw .alreadyDecided(id, other)
        case .expired: throw .expired(id)
        case .withdrawn: throw .withdrawn(id)
        case .pending: break
        }
        if let deadline = interrupt.deadline, deadline <= now { throw .expired(id) }
        let options = interrupt.question.options
        guard options.isEmpty || options.contains(decision.choice) else {
            throw .unknownChoice(id, choice: decision.choice)
        }
        var stepper = Stepper(self, execution, at: now)
        do {
            try stepper.decide(index, decision)
        } catch {
            throw .step(error)
        }
        return stepper.step
    }
}
