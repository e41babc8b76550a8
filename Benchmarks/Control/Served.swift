import Foundation
import Logging
import ServiceLifecycle

/// A service that listens, in this process.
struct Served: Sendable {
    let port: Int
    private let group: ServiceGroup
    private let running: Task<Void, any Error>

    /// Starts a service that says its port when it listens.
    static func start(_ make: (AsyncStream<Int>.Continuation) throws -> any Service) async throws -> Served {
        let (ports, port) = AsyncStream<Int>.makeStream()
        let group = ServiceGroup(
            services: [try make(port)], logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() })
        let running = Task { try await group.run() }
        guard let found = await ports.first(where: { _ in true }) else { throw BenchFailure("nobody listens") }
        return Served(port: found, group: group, running: running)
    }

    func stop() async {
        await group.triggerGracefulShutdown()
        _ = await running.result
    }
}
