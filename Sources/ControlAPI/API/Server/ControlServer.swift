import Foundation
import Hummingbird
import HummingbirdCore
import Live
package import Logging
import NIOCore
import ServiceLifecycle

/// The control API as a service: listens when it runs, stops within `shutdownPatience` when it is asked to.
package struct ControlServer: ServiceLifecycle.Service {
    private let configuration: ControlConfiguration
    private let plane: ControlPlane
    private let logger: Logger
    private let listening: @Sendable (BoundAddress) async -> Void

    /// Reads the pages. `listening` is called once, when the port is open; it delays the first request.
    package init(
        _ configuration: ControlConfiguration, _ services: ControlServices, logger: Logger,
        listening: @escaping @Sendable (BoundAddress) async -> Void = { _ in }
    ) throws(ControlError) {
        self.configuration = configuration
        plane = ControlPlane(
            configuration, services,
            files: try PageFiles(folder: configuration.pages, recordsCalls: configuration.recordsCalls), logger: logger)
        self.logger = logger
        self.listening = listening
    }

    /// Serves until shutdown. Throws `ControlError` when the port cannot be opened.
    package func run() async throws {
        let port = ServiceGroup(services: [application()], logger: quiet)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await serve(port) }
            group.addTask { try await tidy() }
            group.addTask { try await attend() }
            group.addTask {
                try await gracefulShutdown()
                plane.phase.stop()
                try await Task.sleep(for: configuration.drainNotice)
                await port.triggerGracefulShutdown()
                try await Task.sleep(for: configuration.shutdownPatience)
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    /// Not a child of this task, which is told at once to shut down: the port stays open until who sends requests here has
    /// seen that none is wanted.
    private func serve(_ port: ServiceGroup) async throws {
        let serving = Task.detached { try await port.run() }
        do {
            try await withTaskCancellationHandler {
                try await serving.value
            } onCancel: {
                serving.cancel()
            }
        } catch let error as IOError {
            throw ControlError(error, host: configuration.host, port: configuration.port)
        }
    }

    /// Until it is cancelled.
    private func tidy() async throws {
        while true {
            try await Task.sleep(for: .seconds(60))
            await plane.sessions.conversations.tidy()
        }
    }

    /// Keeps up with the log and with the rooms, until it is cancelled.
    private func attend() async throws {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await plane.board.follow() }
            group.addTask { await plane.hub.run() }
            if let reconciler = plane.reconciler { group.addTask { await reconciler.run() } }
        }
        try Task.checkCancellation()
    }

    private func application() -> some ApplicationProtocol {
        let routes = Routes(plane: plane)
        let hub = plane.hub
        return Application(
            router: routes.router(),
            server: HTTPServerBuilder { responder in
                UpgradableChannel(responder: responder, hub: hub, configuration: configuration)
            },
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port), serverName: "parley",
                availableConnectionsDelegate: MaximumAvailableConnections(4096)),
            onServerRunning: { [configuration, listening] channel in
                let port = channel.localAddress?.port ?? configuration.port
                await listening(BoundAddress(host: configuration.host, port: port))
            },
            logger: quiet)
    }

    /// The framework's own messages are of no interest to who runs this.
    private var quiet: Logger {
        var logger = logger
        logger.logLevel = max(logger.logLevel, .warning)
        return logger
    }
}
