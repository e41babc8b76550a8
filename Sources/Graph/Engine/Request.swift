/// An effect on its way out of the graph.
package struct Request<Effect: Sendable>: Sendable {
    /// The number the answering event must carry; `nil` when no answer is expected.
    package let id: RequestID?
    package let effect: Effect

    package init(id: RequestID?, effect: Effect) {
        self.id = id
        self.effect = effect
    }
}

extension Request: Equatable where Effect: Equatable {}
