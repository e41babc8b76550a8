import Access
import Document
import HTTPTypes
import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
package import Prometheus
import ServiceLifecycle

/// `/metrics` and `/livez` of a process that has no API: a worker by itself.
package struct MetricsServer: ServiceLifecycle.Service {
    private let metrics: PrometheusMetrics
    private let address: MetricsAddress
    private let logger: Logger
    private let measure: @Sendable (PrometheusMetrics) async -> Void
    /// Called once, when the port is open.
    package var listening: @Sendable (BoundAddress) async -> Void = { _ in }

    /// - Parameter measure: notes what is counted when it is asked for.
    package init(
        _ metrics: PrometheusMetrics, at address: MetricsAddress, logger: Logger,
        measure: @escaping @Sendable (PrometheusMetrics) async -> Void
    ) {
        self.metrics = metrics
        self.address = address
        self.logger = logger
        self.measure = measure
    }

    /// Serves until shutdown. Throws `ControlError` when the port cannot be opened.
    package func run() async throws {
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .warning)
        let application = Application(
            router: router(),
            configuration: ApplicationConfiguration(
                address: .hostname(address.host, port: address.port), serverName: "parley",
                availableConnectionsDelegate: MaximumAvailableConnections(16)),
            onServerRunning: { [address, logger, listening] channel in
                let port = channel.localAddress?.port ?? address.port
                logger.notice("measurements are shown", metadata: ["host": "\(address.host)", "port": "\(port)"])
                await listening(BoundAddress(host: address.host, port: port))
            },
            logger: quiet)
        do {
            try await application.run()
        } catch let error as IOError {
            throw ControlError(error, host: address.host, port: address.port)
        }
    }

    private func router() -> Router<APIContext> {
        let router = Router(context: APIContext.self)
        router.add(middleware: ProblemMiddleware())
        router.get("livez") { _, _ in HTTPReply(["status": "alive"]).response }
        router.get("metrics") { request, context in
            let isOpen = context.isLocal || address.token?.isBorne(by: request.headers[.authorization]) == true
            guard isOpen else { throw Problem.anonymous }
            await measure(metrics)
            return HTTPReply(metrics: metrics).response
        }
        return router
    }
}
