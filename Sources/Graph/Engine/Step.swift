/// What one step yields.
package struct Step<State: Sendable, Effect: Sendable>: Sendable {
    package let execution: Execution<State>
    /// What the nodes asked for, in order.
    package let requests: [Request<Effect>]
}
