import ServiceLifecycle

/// What a process does beside its calls and requests, from its beginning to its end.
struct Chores: Service {
    let chores: [@Sendable () async -> Void]

    init(_ chores: [@Sendable () async -> Void]) {
        self.chores = chores
    }

    /// Until the process is asked to stop; then each brings its own to an end.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                for chore in chores { group.addTask { await chore() } }
            }
        }
    }
}
