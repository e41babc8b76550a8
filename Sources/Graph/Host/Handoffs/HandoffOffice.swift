import Conversation
import Document
package import FoundationEssentials
package import Logging
package import Store
package import Supervision

/// The handoffs of all workspaces: takes requests, offers them to people, and follows them to their end.
///
/// Any number of processes run one: every step is written over the version it was decided on, and only whoever wrote it tells the
/// session's log.
package struct HandoffOffice: HandoffDesk {
    private let database: Database
    private let exchange: Exchange
    private let clock: @Sendable () -> Date
    private let logger: Logger

    package init(
        _ database: Database, exchange: Exchange, clock: @escaping @Sendable () -> Date = { Date() }, logger: Logger
    ) {
        self.database = database
        self.exchange = exchange
        self.clock = clock
        self.logger = logger
    }

    // MARK: Requests

    package func request(_ request: HandoffRequest) async throws -> String {
        try await enter(request, in: workspace(of: request.session)).id
    }

    /// Enters a request and looks for a person at once.
    package func enter(_ request: HandoffRequest, in workspace: String) async throws(StoreError) -> Handoff {
        var (skills, wanted) = (Set<String>(), String?.none)
        switch request.target {
        case .queue(let needed): skills = Set(needed)
        case .operator(let id), .supervisor(let id): wanted = id
        }
        let handoff = Handoff(
            id: RandomID.make("hof"), session: request.session, workspace: workspace, reason: request.reason,
            priority: Handoff.Priority(nearest: request.priority), skills: skills, wanted: wanted,
            message: request.message, isBlocking: request.isBlocking, at: clock())
        let entered = try await database.enter(handoff, for: request.command)
        if entered.id == handoff.id { await tell(entered) }
        await assign()
        return try await database.handoff(entered.id, in: workspace) ?? entered
    }

    package func find(_ request: HandoffRequest) async throws -> HandoffAnswer? {
        let workspace = await workspace(of: request.session)
        let people = try await database.handoffOperators(in: workspace)
        guard people.contains(where: { $0.status != .offline }) else { return nil }
        let handoff = try await enter(request, in: workspace)
        while true {
            let current = try await database.handoff(handoff.id, in: workspace)
            guard let current, !current.state.isOver else { return .callback }
            if current.state.isHandled, let id = current.operator {
                return .accepted(name: try await database.user(id, in: workspace)?.name ?? id)
            }
            try await Task.sleep(for: .milliseconds(500))
        }
    }

    // MARK: What people do

    /// Somebody takes a call, and sees its session from now on.
    package func accept(_ id: String, by principal: Principal) async throws -> Handoff? {
        let people = try await database.handoffOperators(in: principal.workspace)
        let person =
            people.first { $0.id == principal.id }
            ?? HandoffOperator(id: principal.id, status: .available, idleSince: clock())
        let taken = try await change(id, in: principal.workspace) { handoff, now throws(HandoffError) in
            if handoff.state == .requested { try handoff.enqueue() }
            try handoff.accept(by: person, now: now)
        }
        if let taken { try await exchange.directory.share(taken.session, with: principal.id, isShared: true) }
        return taken
    }

    package func decline(_ id: String, by principal: Principal) async throws -> Handoff? {
        let declined = try await change(id, in: principal.workspace) { handoff, _ throws(HandoffError) in
            try handoff.decline(by: principal.id)
        }
        await assign()
        return declined
    }

    package func complete(
        _ id: String, by principal: Principal, _ closing: HandoffClosing
    ) async throws -> Handoff? {
        try await change(id, in: principal.workspace) { handoff, now throws(HandoffError) in
            if principal.role != .admin { try handoff.expect(holder: principal.id) }
            try handoff.complete(
                closing.disposition, notes: closing.notes, followUps: closing.followUps, now: now)
        }
    }

    package func handoffs(in workspace: String, state: Handoff.State?) async throws(StoreError) -> [Handoff] {
        try await database.handoffs(in: workspace, state: state)
    }

    /// Reads a handoff, changes it, and writes it over what was read; again when somebody else was faster. `nil` when there is
    /// none.
    private func change(
        _ id: String, in workspace: String, _ step: (inout Handoff, Date) throws(HandoffError) -> Void
    ) async throws -> Handoff? {
        while true {
            guard let read = try await database.handoff(id, in: workspace) else { return nil }
            var changed = read
            try step(&changed, clock())
            guard changed != read else { return read }
            guard try await database.replace(changed, version: read.version) else { continue }
            await tell(changed)
            return changed
        }
    }

    // MARK: The queue

    /// Offers what waits, lets offers lapse and follows talks, every second, until it is cancelled.
    package func run() async {
        while !Task.isCancelled {
            await assign()
            await follow()
            try? await Task.sleep(for: .seconds(1))
        }
    }

    /// Offers what waits to whoever is free.
    package func assign() async {
        do throws(StoreError) {
            let open = try await database.openHandoffs()
            for (workspace, handoffs) in Dictionary(grouping: open, by: \.workspace) {
                let people = try await database.handoffOperators(in: workspace)
                var queue = HandoffQueue(handoffs, operators: people)
                let versions = Dictionary(handoffs.map { ($0.id, $0.version) }) { first, _ in first }
                for changed in queue.assign(now: clock()) {
                    guard let version = versions[changed.id] else { continue }
                    if try await database.replace(changed, version: version) { await tell(changed) }
                }
            }
        } catch {
            logger.warning("handoffs wait: the database does not answer", metadata: ["reason": "\(error)"])
        }
    }

    /// Takes note of what became of sessions: a person talks, the agent has it back, the caller is gone.
    package func follow() async {
        guard let open = try? await database.openHandoffs() else { return }
        for handoff in open {
            let scope = Scope(workspace: handoff.workspace, viewer: .everybody)
            guard let record = try? await exchange.directory.record(of: handoff.session, in: scope) else { continue }
            _ = try? await change(handoff.id, in: handoff.workspace) { handoff, now throws(HandoffError) in
                if !record.summary.isLive {
                    try handoff.cancel(now: now)
                } else if record.mode == "human", handoff.state == .accepted || handoff.state == .bridging {
                    try handoff.begin(now: now)
                } else if record.mode == "ai", handoff.state == .active {
                    try handoff.wrapUp()
                }
            }
        }
    }

    // MARK: The log

    private func tell(_ handoff: Handoff) async {
        guard case .object(let all) = handoff.json else { return }
        let fields = all.filter { $0.key != "session_id" }
        await exchange.log.append(
            SessionEvent(handoff.session, .extra(type: "handoff", fields: fields)), at: clock())
    }

    /// Whose a session is; the first workspace's, when nobody knows.
    private func workspace(of session: String) async -> String {
        ((try? await database.workspace(ofSession: session)) ?? nil) ?? Workspace.first
    }
}
