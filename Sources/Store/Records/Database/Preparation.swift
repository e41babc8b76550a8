/// Something that has to be done once before anything else, by whoever comes first; when it fails, the next one tries
/// again.
actor Preparation {
    private var attempt: Task<Void, any Error>?
    private var attempts = 0

    /// Returns when the work is done; throws what it threw.
    func run(_ work: @escaping @Sendable () async throws -> Void) async throws {
        let task = attempt ?? Task { try await work() }
        attempt = task
        let number = attempts
        do {
            try await task.value
        } catch {
            // The first to hear of it makes room for the next attempt.
            if number == attempts {
                attempts += 1
                attempt = nil
            }
            throw error
        }
    }
}
