import Logging
import ServiceLifecycle
import UnixSignals

/// Runs services until SIGINT or SIGTERM; they are stopped in the opposite order.
enum Shutdown {
    /// - Parameter patience: for all services together; those that still run are then cancelled.
    static func run(_ services: [any Service], patience: Duration, logger: Logger) async throws {
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .warning)
        var configuration = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigint, .sigterm], logger: quiet)
        configuration.maximumGracefulShutdownDuration = patience
        configuration.maximumCancellationDuration = .seconds(5)
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch {
            throw CommandFailure(process: error)
        }
    }
}
