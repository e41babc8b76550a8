import Access
import ControlAPI
import Host
import Logging

extension Business {
    /// The control API over these conversations. On loopback everybody is let in; elsewhere users sign in.
    func controlServer(
        _ configuration: ControlConfiguration, _ logger: Logger,
        listening: @escaping @Sendable (BoundAddress) async -> Void
    ) throws(CommandFailure) -> ControlServer {
        let sessions = Sessions(store: world.sessions, exchange: world.exchange, conversations: reception)
        let access = AccessConfiguration(mode: configuration.isLoopback ? .open : .users, secret: .random())
        var services = ControlServices(
            sessions: sessions, gatekeeper: Gatekeeper(access, database: world.database))
        if let voice = configuration.voice { services.rooms = try? LiveKitRooms(voice) }
        do throws(ControlError) {
            return try ControlServer(configuration, services, logger: logger, listening: listening)
        } catch {
            throw CommandFailure(process: error)
        }
    }
}
