import FoundationEssentials
package import Store

/// What the API depends on, as its health tells it.
package struct Surroundings: Sendable {
    /// How a service of speech or language does.
    package enum Condition: String, Hashable, Sendable {
        case healthy, degraded
        /// Its circuit is open: nobody asks it now.
        case open
    }

    /// Whether the database answers; `nil`: there is none beside the session store.
    package var database: (@Sendable () async -> Bool)?
    /// Whether Redis answers; `nil`: one process needs none.
    package var redis: (@Sendable () async -> Bool)?
    /// Services of speech and language by their names.
    package var services: @Sendable () async -> [String: Condition] = { [:] }
    /// The voice workers; `nil`: only chats are answered here.
    package var workers: (any WorkerRegistry)?

    package init() {}

    /// The workers that were heard of; none when nobody can be asked.
    func presentWorkers() async -> [WorkerReport] {
        guard let workers else { return [] }
        return (try? await workers.workers(now: Date())) ?? []
    }
}
