import Conversation
import Feeds
import Foundation
import Live
import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket
import ServiceLifecycle
import Store
import Supervision
import Synchronization

/// Feeds on a loopback port: `/ws…` by WebSocket, everything in memory.
struct FeedServer {
    let port: Int
    let hub: FeedHub
    let log: MemoryEventLog
    let states: MemorySessionStore
    let directory: MemorySessionDirectory
    let gate: ScriptedGate
    let intake: ScriptedIntake
    let group: ServiceGroup

    /// What a test may change before the server starts.
    struct Settings {
        var timings = FeedTimings()
        var quota = FeedQuota()
        var log: MemoryEventLog?
        /// How the feeds see the log.
        var view: (any EventLog) -> any EventLog = { $0 }
    }

    /// Starts a server, runs `body`, and stops the server.
    @discardableResult
    static func with<Result>(
        _ adjust: (inout Settings) -> Void = { _ in }, body: (FeedServer) async throws -> Result
    ) async throws -> Result {
        var settings = Settings()
        settings.timings.closePatience = .seconds(1)
        adjust(&settings)
        let directory = MemorySessionDirectory()
        let log = settings.log ?? MemoryEventLog { directory.note($0) }
        let holdings = MemoryHoldings()
        let exchange = Exchange(
            log: settings.view(log), bus: MemoryCommandBus(holdings: holdings, clock: { Date() }), holdings: holdings,
            directory: directory)
        let states = MemorySessionStore()
        let (gate, intake) = (ScriptedGate(), ScriptedIntake())
        var services = FeedServices(exchange: exchange, states: states, gate: gate, intake: intake)
        services.timings = settings.timings
        services.quota = settings.quota
        let hub = FeedHub(services)
        let (ports, report) = AsyncStream<Int>.makeStream()
        let listener = FeedListener(hub: hub) { report.yield($0) }
        let group = ServiceGroup(services: [listener], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        async let running: Void = group.run()
        guard let port = await ports.first(where: { _ in true }) else { throw CancellationError() }
        let server = FeedServer(
            port: port, hub: hub, log: log, states: states, directory: directory, gate: gate, intake: intake,
            group: group)
        do {
            let result = try await body(server)
            await group.triggerGracefulShutdown()
            try await running
            return result
        } catch {
            await group.triggerGracefulShutdown()
            throw error
        }
    }

    /// A session that the directory, the store and the log know: one event.
    func session(_ id: String = "sess_a", owner: String? = nil) async {
        let summary = SessionSummary(id: id, channel: .voice, room: id, startedAt: Date())
        states.save(summary, now: Date())
        directory.enter(SessionRecord(summary, ownership: Ownership(owner: owner)), now: Date())
        log.append(SessionEvent(id, .lifecycle(summary)), at: Date())
    }

    func end(_ id: String = "sess_a") {
        var summary = SessionSummary(id: id, channel: .voice, room: id, startedAt: Date())
        summary.endedAt = Date()
        summary.endReason = "goodbye"
        states.save(summary, now: Date())
        log.append(SessionEvent(id, .lifecycle(summary)), at: Date())
    }

    func append(_ type: String, to id: String = "sess_a") {
        log.append(SessionEvent(id, .extra(type: type, fields: [:])), at: Date())
    }

    func say(_ text: String, in id: String = "sess_a") {
        log.append(SessionEvent(id, .transcript(role: .user, content: text, agent: .router)), at: Date())
    }

    /// Waits until every feed is gone.
    func untilEmpty() async throws {
        for _ in 0..<500 where hub.census != FeedCensus(sockets: 0, streams: 0, subscriptions: 0) {
            try await Task.sleep(for: .milliseconds(10))
        }
    }
}
