package import Supervision

/// Carries commands to the process that holds their session, in order, at least once: the receiver knows them by their ids.
package protocol CommandBus: Sendable {
    /// Puts a command on its way. It waits for a holder until it expires.
    func send(_ command: Command) async throws(StoreError)

    /// The commands of a session, those first that were never acknowledged. For the session's one holder; ends with its task.
    func commands(for session: String) async -> AsyncStream<Command>

    /// The command has a final outcome and is never delivered again.
    func acknowledge(_ command: String, of session: String) async
}
