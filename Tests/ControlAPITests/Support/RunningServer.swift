import ControlAPI
import Conversation
import Foundation
import Logging
import ServiceLifecycle
import Store

/// The control API on a loopback port of its own, with everything behind it in memory.
struct RunningServer {
    let port: Int
    let store: MemorySessionStore
    let log: MemoryEventLog
    let directory: ScriptedDirectory

    /// Starts a server, runs `body`, shuts the server down gracefully.
    @discardableResult
    static func with<Result>(
        voice: VoiceAccess? = nil, log: MemoryEventLog = MemoryEventLog(),
        adjust: (inout ControlConfiguration) -> Void = { _ in }, body: (RunningServer) async throws -> Result
    ) async throws -> Result {
        var configuration = ControlConfiguration(port: 0, voice: voice)
        adjust(&configuration)
        let store = MemorySessionStore()
        let directory = ScriptedDirectory()
        let (addresses, report) = AsyncStream<BoundAddress>.makeStream()
        let server = try ControlServer(
            configuration, sessions: Sessions(store: store, log: log, directory: directory), logger: .silent
        ) { address in
            report.yield(address)
        }
        let group = ServiceGroup(services: [server], logger: .silent)
        async let running: Void = group.run()
        guard let address = await addresses.first(where: { _ in true }) else { throw CancellationError() }
        let made = RunningServer(port: address.port, store: store, log: log, directory: directory)
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

    /// Runs a server that cannot start; returns when it gives up.
    static func withoutWaiting(on port: Int) async throws {
        let sessions = Sessions(store: MemorySessionStore(), log: MemoryEventLog(), directory: ScriptedDirectory())
        try await ControlServer(ControlConfiguration(port: port), sessions: sessions, logger: .silent).run()
    }

    /// A session that the store and the log know.
    @discardableResult
    func session(_ id: String = "sess_test", endedBecause reason: String? = nil) -> SessionSummary {
        var summary = SessionSummary(id: id, channel: .voice, room: id, startedAt: Date())
        summary.endReason = reason
        summary.endedAt = reason == nil ? nil : Date()
        store.save(summary, now: Date())
        log.append(SessionEvent(id, .lifecycle(summary)), at: Date())
        return summary
    }

    func append(_ kind: SessionEvent.Kind, to id: String = "sess_test") {
        log.append(SessionEvent(id, kind), at: Date())
    }
}

extension Logger {
    /// Says nothing.
    static var silent: Logger {
        Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    }
}
