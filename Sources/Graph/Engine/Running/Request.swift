/// An effect on its way out of the graph.
package struct Request<Effect: Sendable>: Sendable {
    /// The number the answering event must carry; `nil` when no answer is expected.
    package let id: RequestID?
    package let effect: Effect
    /// Counts from 1; more for a request that is made again.
    package internal(set) var attempt: Int

    package init(id: RequestID?, effect: Effect, attempt: Int = 1) {
        self.id = id
        self.effect = effect
        self.attempt = attempt
    }
}

extension Request: Equatable where Effect: Equatable {}
extension Request: Encodable where Effect: Encodable {}
extension Request: Decodable where Effect: Decodable {}
