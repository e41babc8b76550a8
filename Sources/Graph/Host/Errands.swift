/// Does one thing after the other, in the order asked for, while whoever asks goes on. Part of an actor.
///
/// What asks bounds what waits: each errand stands for a command that the control let through.
struct Errands {
    private var last: Task<Void, Never>?

    mutating func add(_ work: @escaping @Sendable () async -> Void) {
        last = Task { [last] in
            await last?.value
            await work()
        }
    }

    /// Everything that was asked for so far.
    var all: Task<Void, Never>? { last }
}
