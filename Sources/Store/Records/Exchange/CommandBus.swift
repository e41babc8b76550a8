package import Supervision

/// Carries commands to the process that holds their session, in order, at least once: the receiver knows them by their ids.
package protocol CommandBus: Sendable {
    /// Puts a command on its way. Throws `unavailable` at once when nobody holds its session, and `full` when the holder
    /// leaves too many unanswered. A command whose holder is lost waits for the next one; after its expiry it is still
    /// delivered for `Command.longestLife` seconds, so that its holder can say that it expired.
    func send(_ command: Command) async throws(StoreError)

    /// The commands of a session, those first that were never acknowledged. For the session's one holder: it ends with its
    /// task, and when somebody asks for the same again.
    func commands(for session: String) async -> AsyncStream<Command>

    /// The command has a final outcome and is never delivered again.
    func acknowledge(_ command: String, of session: String) async
}
