import Feeds
import Foundation
import Store
import Supervision
import Synchronization
import Timing

/// Follows the log of everything for all feeds of this process.
///
/// Sessions' feeds are told of each event at once; workspaces' feeds by a second task, which first asks whose the session is.
/// Bounds: `backlog` events wait for that task, beyond which workspaces' feeds are told to begin anew; the last `memory` events are
/// kept for workspace feeds that come back.
package final class FeedHub: Sendable {
    struct State {
        var members: [ObjectIdentifier: FeedOutbox] = [:]
        var watchers: [String: [ObjectIdentifier: FeedOutbox]] = [:]
        var counts: [Seat: Int] = [:]
        var ordinal = 0
        /// Feeds that were told of a shutdown.
        var leaving = 0
        var isFollowing = false
        /// Who waits until the log is followed.
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    /// What is counted against a quota.
    struct Seat: Hashable {
        let principal: String
        let carrier: FeedOpening.Carrier
    }

    static let memory = 4_096
    static let backlog = 4_096
    /// How many events a read of the log asks for.
    static let page = 256

    package let services: FeedServices
    let sight: FeedSight
    let workspace: WorkspaceFeed
    private let origin = RandomID.make("feed")
    private let state = Mutex(State())

    package init(_ services: FeedServices) {
        self.services = services
        sight = FeedSight(services)
        workspace = WorkspaceFeed(origin: origin, sight: sight)
    }

    /// Follows the log until the task is cancelled.
    package func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.workspace.run() }
            group.addTask { await self.follow() }
            await group.waitForAll()
        }
    }

    private func follow() async {
        defer { letIn() }
        var isFirst = true
        while !Task.isCancelled {
            let began = Instant.monotonic()
            let events = await services.log.subscribeToAll()
            letIn()
            // What was appended while nobody listened is in the logs.
            for outbox in state.withLock({ Array($0.members.values) }) { outbox.doubt() }
            if !isFirst { workspace.interrupted() }
            isFirst = false
            for await event in events { announce(event) }
            // A log that cannot be followed is asked again ten times a second.
            let pause = Duration.milliseconds(100) - (Instant.monotonic() - began)
            if pause > .zero { try? await Task.sleep(for: pause) }
        }
    }

    private func letIn() {
        let waiting = state.withLock { state in
            state.isFollowing = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Returns once the log is followed: workspaces' feeds miss nothing that is appended after that.
    func followed() async {
        await withCheckedContinuation { continuation in
            let isFollowing = state.withLock { state in
                if !state.isFollowing { state.waiting.append(continuation) }
                return state.isFollowing
            }
            if isFollowing { continuation.resume() }
        }
    }

    private func announce(_ event: LoggedEvent) {
        let (watchers, ordinal) = state.withLock { state in
            state.ordinal += 1
            return (state.watchers[event.sessionID].map { Array($0.values) } ?? [], state.ordinal)
        }
        let frame = SharedFrame(event, at: WorkspaceCursor(origin: origin, ordinal: ordinal))
        for outbox in watchers { outbox.announce(frame) }
        workspace.announce(frame)
    }

    /// Takes a connection in, if its principal may have another; a caller's former connection to the session gives way.
    func enter(_ outbox: FeedOutbox, _ pass: FeedPass) -> Bool {
        let seat = Seat(principal: pass.principal.id, carrier: outbox.opening.carrier)
        let limit = seat.carrier == .socket ? services.quota.sockets : services.quota.streams
        let (isIn, former) = state.withLock { state -> (Bool, [FeedOutbox]) in
            let former = pass.principal.role == .caller ? state.connections(of: pass.principal, like: outbox) : []
            if pass.isLimited, state.counts[seat, default: 0] - former.count >= limit { return (false, []) }
            state.counts[seat, default: 0] += 1
            state.members[ObjectIdentifier(outbox)] = outbox
            return (true, former)
        }
        for outbox in former { outbox.end(.duplicate) }
        return isIn
    }

    /// Tells a connection of a session's events from now on.
    func watch(_ session: String, _ outbox: FeedOutbox) {
        state.withLock { $0.watchers[session, default: [:]][ObjectIdentifier(outbox)] = outbox }
    }

    func unwatch(_ session: String, _ outbox: FeedOutbox) {
        state.withLock { $0.unwatch(session, ObjectIdentifier(outbox)) }
    }

    /// Forgets a connection. Returns those of its sessions that no other connection of the principal shows: of several that
    /// go at the same time the last one gets them.
    func leave(_ outbox: FeedOutbox, _ pass: FeedPass, sessions: [String]) -> [String] {
        let id = ObjectIdentifier(outbox)
        let seat = Seat(principal: pass.principal.id, carrier: outbox.opening.carrier)
        let unwatched = state.withLock { state -> [String] in
            guard state.members.removeValue(forKey: id) != nil else { return [] }
            for session in sessions { state.unwatch(session, id) }
            let count = state.counts[seat, default: 1] - 1
            state.counts[seat] = count > 0 ? count : nil
            return sessions.filter { !state.isWatched($0, by: pass.principal) }
        }
        workspace.leave(outbox)
        return unwatched
    }

    /// How long a connection waits before it ends when the server stops: together they take `farewell`.
    func farewell() -> Duration {
        let (rank, count) = state.withLock { state in
            state.leaving += 1
            return (state.leaving - 1, state.members.count)
        }
        return services.timings.farewell * rank / max(count, 100)
    }

    /// How many connections and subscriptions there are: what is left when everybody has gone.
    package var census: FeedCensus {
        let (sockets, streams, watchers) = state.withLock { state in
            let sockets = state.members.values.count { $0.opening.carrier == .socket }
            return (sockets, state.members.count - sockets, state.watchers.values.reduce(0) { $0 + $1.count })
        }
        return FeedCensus(sockets: sockets, streams: streams, subscriptions: watchers + workspace.count)
    }
}

extension FeedHub.State {
    mutating func unwatch(_ session: String, _ id: ObjectIdentifier) {
        watchers[session]?[id] = nil
        if watchers[session]?.isEmpty == true { watchers[session] = nil }
    }

    /// Whether a principal watches a session in any connection.
    func isWatched(_ session: String, by principal: Principal) -> Bool {
        watchers[session]?.values.contains { $0.pass?.principal.id == principal.id } ?? false
    }

    /// The connections of a caller that another one replaces.
    func connections(of principal: Principal, like outbox: FeedOutbox) -> [FeedOutbox] {
        members.values.filter { other in
            other.opening.carrier == outbox.opening.carrier && other.opening.source == outbox.opening.source
                && other.pass?.principal == principal && !other.isEnding
        }
    }
}
