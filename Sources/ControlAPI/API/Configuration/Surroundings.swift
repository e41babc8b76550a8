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
    package var workers: (any WorkerRoster)?

    package init() {}
}
