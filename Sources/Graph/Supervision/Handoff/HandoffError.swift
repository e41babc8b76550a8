/// Why a handoff does not take a step. It is unchanged.
package enum HandoffError: Error, Hashable, Sendable {
    /// It has changed since that version was read.
    case conflict(version: Int)
    /// It is offered to, or had by, somebody else.
    case taken(by: String)
    /// The operator lacks a skill, or it is for another person.
    case unsuitable
    /// Its state knows no such step.
    case impossible(Handoff.State)
}

extension HandoffError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .conflict(let version): "the handoff is at version \(version) by now"
        case .taken(let by): "the handoff is \(by)'s"
        case .unsuitable: "the handoff is for somebody else"
        case .impossible(let state): "the handoff is \(state.rawValue)"
        }
    }
}
