/// Why a decision was not taken. The execution is unchanged.
package enum DecisionError: Error, Hashable, Sendable {
    /// Nobody asked this, or it is long settled and forgotten.
    case unknownInterrupt(RequestID)
    case expired(RequestID)
    /// The matter came to an end before.
    case withdrawn(RequestID)
    /// Somebody decided otherwise before.
    case alreadyDecided(RequestID, Decision)
    case unknownChoice(RequestID, choice: String)
    /// The graph could not go on with it.
    case step(ExecutionError)
}

extension DecisionError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unknownInterrupt(let id): "there is no question \(id)"
        case .expired(let id): "the time to decide \(id) has passed"
        case .withdrawn(let id): "the question \(id) was withdrawn"
        case .alreadyDecided(let id, let decision): "\(id) was decided before: \(decision.choice)"
        case .unknownChoice(let id, let choice): "\(choice) is no choice for \(id)"
        case .step(let error): error.description
        }
    }
}
