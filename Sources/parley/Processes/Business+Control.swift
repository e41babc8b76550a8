import ControlAPI
import Host
import Logging

extension Business {
    /// The control API over these conversations.
    func controlServer(
        _ configuration: ControlConfiguration, _ logger: Logger,
        listening: @escaping @Sendable (BoundAddress) async -> Void
    ) throws(CommandFailure) -> ControlServer {
        let sessions = Sessions(store: world.sessions, log: world.log, directory: reception)
        do throws(ControlError) {
            return try ControlServer(configuration, sessions: sessions, logger: logger, listening: listening)
        } catch {
            throw CommandFailure(process: error)
        }
    }
}
