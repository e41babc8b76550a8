/// Everything that can change an execution from outside.
package enum GraphInput<Event: Sendable>: Sendable {
    case event(Event)
    case woken
    case decided(RequestID, Decision)
    case abandoned(RequestID)
    case restarted
}

extension GraphInput: Equatable where Event: Equatable {}
extension GraphInput: Encodable where Event: Encodable {}
extension GraphInput: Decodable where Event: Decodable {}
