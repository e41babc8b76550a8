import Conversation
package import Foundation
package import Logging
import Store
import Supervision

/// Closes sessions whose room is gone and that nobody holds: after a worker died, or a server.
///
/// A LiveKit server's webhooks are hints to look now; what counts is what it answers when asked.
package actor RoomReconciler {
    /// Between two looks.
    static let interval = Duration.seconds(15)
    /// Between two looks whether a worker has died.
    static let watch = Duration.milliseconds(250)
    /// A server that sends the call to another worker by itself has this long.
    static let succession = Duration.milliseconds(400)
    /// Dead workers that are remembered.
    static let memory = 1_000
    /// A room that nobody has entered yet does not exist: a token opens it this long, in seconds.
    private static let unentered: TimeInterval = 900
    /// Sessions at once.
    private static let page = 200

    let sessions: Sessions
    let rooms: any RoomRegister
    let logger: Logger
    /// Sessions whose room has been there.
    private var seen: Set<String> = []
    /// Workers that have died and whose calls were looked after.
    var buried: Set<String> = []
    private var reach: (isReachable: Bool, at: ContinuousClock.Instant)?
    private let hints = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))

    package init(_ sessions: Sessions, rooms: any RoomRegister, logger: Logger) {
        self.sessions = sessions
        self.rooms = rooms
        self.logger = logger
    }

    /// Says that something happened in a room.
    package nonisolated func hint() {
        hints.continuation.yield()
    }

    /// Looks now and then, until it is cancelled.
    func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                while !Task.isCancelled {
                    self.hint()
                    try? await Task.sleep(for: Self.interval)
                }
            }
            group.addTask {
                while (try? await Task.sleep(for: Self.watch)) != nil { await self.succeed(now: Date()) }
            }
            for await _ in hints.stream {
                if Task.isCancelled { break }
                await look(now: Date())
            }
            group.cancelAll()
        }
    }

    /// Whether the LiveKit server answers; asked at most every ten seconds.
    func isReachable(now: ContinuousClock.Instant) async -> Bool {
        if let reach, reach.at.duration(to: now) < .seconds(10) { return reach.isReachable }
        let answers = (try? await rooms.rooms()) != nil
        reach = (answers, now)
        return answers
    }

    /// Compares the live calls with the rooms; returns the sessions it closed. A server that cannot be asked says nothing.
    @discardableResult
    package func look(now: Date) async -> [String] {
        do {
            let calls = try await liveCalls()
            guard !calls.isEmpty else { return [] }
            let rooms = try await rooms.rooms()
            var closed: [String] = []
            for call in calls where try await isLost(call, rooms, now) {
                try await sessions.end(call, because: "room_gone", now: now)
                seen.remove(call.summary.id)
                closed.append(call.summary.id)
            }
            return closed
        } catch {
            logger.debug("rooms not compared", metadata: ["error": "\(error)"])
            return []
        }
    }

    private func isLost(_ call: SessionRecord, _ rooms: Set<String>, _ now: Date) async throws -> Bool {
        let id = call.summary.id
        guard !rooms.contains(call.summary.room ?? id) else {
            seen.insert(id)
            return false
        }
        let isEntered = seen.contains(id) || call.summary.turnCount > 0
        guard isEntered || now.timeIntervalSince(call.summary.startedAt) > Self.unentered else { return false }
        return try await !sessions.isHeld(id, now: now)
    }

    func liveCalls() async throws(StoreError) -> [SessionRecord] {
        var query = SessionQuery(isLive: true, limit: Self.page)
        var calls: [SessionRecord] = []
        repeat {
            let (page, next) = try await sessions.directory.records(query, in: Scope(viewer: .everybody))
            calls += page.filter { $0.summary.channel == .voice }
            query.cursor = next
        } while query.cursor != nil && calls.count < 10_000
        return calls
    }
}
