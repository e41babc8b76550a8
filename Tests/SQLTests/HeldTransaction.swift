import SQL

/// A writer's transaction that a test lets run while it does something else.
enum HeldTransaction {
    /// Starts it; returns once its body runs, or throws why it does not.
    static func begin(
        on database: any SQLDatabase, _ body: @escaping @Sendable (SQLTransaction) throws -> Void
    ) async throws -> Task<Void, any Error> {
        let (reached, reach) = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            defer { reach.finish() }
            try await database.write { transaction in
                reach.yield()
                try body(transaction)
            }
        }
        for await _ in reached { return task }
        try await task.value
        return task
    }
}
