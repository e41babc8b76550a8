import Access
import ControlAPI
import Conversation
import Foundation
import Host
import Logging
import ServiceLifecycle
import Store
import Supervision

/// The control API on a loopback port of its own, with everything behind it in memory.
struct RunningServer {
    let port: Int
    let store: MemorySessionStore
    let exchange: Exchange
    let gatekeeper: Gatekeeper
    let database: Database
    let group: ServiceGroup

    var log: any EventLog { exchange.log }

    /// Starts a server, runs `body`, shuts the server down gracefully.
    @discardableResult
    static func with<Result>(
        voice: VoiceAccess? = nil, mode: AuthMode = .open, adjust: (inout ControlConfiguration) -> Void = { _ in },
        body: (RunningServer) async throws -> Result
    ) async throws -> Result {
        var configuration = ControlConfiguration(port: 0, voice: voice)
        adjust(&configuration)
        return try await with(configuration, mode: mode, outfit: { _ in }, body: body)
    }

    /// The same, with other services.
    @discardableResult
    static func with<Result>(
        _ configuration: ControlConfiguration = ControlConfiguration(port: 0), mode: AuthMode = .open,
        outfit: (inout ControlServices) -> Void, body: (RunningServer) async throws -> Result
    ) async throws -> Result {
        let store = MemorySessionStore()
        let exchange = Exchange.inProcess()
        let database = try Database(now: Date())
        let gatekeeper = Gatekeeper(AccessConfiguration(mode: mode, secret: .random()), database: database)
        var services = Self.services(
            Sessions(store: store, exchange: exchange, conversations: ScriptedConversations()), gatekeeper, database)
        services.rates = Boundless()
        outfit(&services)
        let (addresses, report) = AsyncStream<BoundAddress>.makeStream()
        let server = try ControlServer(configuration, services, logger: .silent) { address in
            report.yield(address)
        }
        let group = ServiceGroup(services: [server], logger: .silent)
        async let running: Void = group.run()
        guard let address = await addresses.first(where: { _ in true }) else { throw CancellationError() }
        let made = RunningServer(
            port: address.port, store: store, exchange: exchange, gatekeeper: gatekeeper,
            database: database, group: group)
        do {
            let result = try await body(made)
            await group.triggerGracefulShutdown()
            try await running
            return result
        } catch {
            await group.triggerGracefulShutdown()
            throw error
        }
    }

    private static func services(
        _ sessions: Sessions, _ gatekeeper: Gatekeeper, _ database: Database
    ) -> ControlServices {
        ControlServices(
            sessions: sessions, gatekeeper: gatekeeper, database: database,
            office: HandoffOffice(database, exchange: sessions.exchange, logger: .silent))
    }

    /// Runs a server that cannot start; returns when it gives up.
    static func withoutWaiting(on port: Int) async throws {
        let sessions = Sessions(
            store: MemorySessionStore(), exchange: .inProcess(), conversations: ScriptedConversations())
        let database = try Database(now: Date())
        let gatekeeper = Gatekeeper(AccessConfiguration(mode: .open, secret: .random()), database: database)
        let services = services(sessions, gatekeeper, database)
        try await ControlServer(ControlConfiguration(port: port), services, logger: .silent).run()
    }

    /// A session that the store, the directory and the log know.
    @discardableResult
    func session(
        _ id: String = "sess_test", endedBecause reason: String? = nil, owner: String? = nil
    ) async throws -> SessionSummary {
        var summary = SessionSummary(id: id, channel: .voice, room: id, startedAt: Date())
        summary.endReason = reason
        summary.endedAt = reason == nil ? nil : Date()
        store.save(summary, now: Date())
        let ownership = Ownership(owner: owner)
        try await exchange.directory.enter(SessionRecord(summary, ownership: ownership), now: Date())
        await log.append(SessionEvent(id, .lifecycle(summary)), at: Date())
        return summary
    }

    func append(_ kind: SessionEvent.Kind, to id: String = "sess_test") async {
        await log.append(SessionEvent(id, kind), at: Date())
    }
}

extension Logger {
    /// Says nothing.
    static var silent: Logger {
        Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    }
}
