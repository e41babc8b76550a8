import Supervision

/// What the agent answers when it goes on after people have steered the call.
struct Resumption: Hashable, Sendable {
    /// What was said while it might not answer, oldest first; empty: the last words once more.
    var held: [HeldTurn]
    /// Said before the answer.
    var bridge: String?
}
