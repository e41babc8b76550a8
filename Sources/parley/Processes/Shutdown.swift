import Logging
import ServiceLifecycle

/// Runs services until SIGINT or SIGTERM; they are stopped in the opposite order. The second signal ends what still goes on,
/// the third the process.
enum Shutdown {
    /// - Parameters:
    ///   - mayLeave: whether the others go on when a service has done its work, as a drained worker has; else they are stopped.
    ///   - patience: for all services together; those that still run are then cancelled.
    static func run(
        _ services: [any Service], mayLeave: (any Service) -> Bool = { _ in false }, patience: Duration, logger: Logger
    ) async throws {
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .warning)
        let behaviours = services.map { service in
            ServiceGroupConfiguration.ServiceConfiguration(
                service: service,
                successTerminationBehavior: mayLeave(service) ? .ignore : .gracefullyShutdownGroup)
        }
        var configuration = ServiceGroupConfiguration(services: behaviours, logger: quiet)
        configuration.maximumGracefulShutdownDuration = patience
        configuration.maximumCancellationDuration = .seconds(5)
        let group = ServiceGroup(configuration: configuration)
        let running = Task { try await group.run() }
        let signals = SignalWatch(
            { Task { await group.triggerGracefulShutdown() } },
            {
                logger.warning("asked twice to stop; ending at once")
                running.cancel()
            })
        defer { signals.stop() }
        do {
            try await running.value
        } catch is CancellationError {
            // As it was asked to.
        } catch {
            throw CommandFailure(process: error)
        }
    }
}
