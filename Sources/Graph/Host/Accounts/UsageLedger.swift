import Conversation
import Document
import FoundationEssentials
package import Logging
package import Speech
import Store
import Supervision
import Synchronization

/// Writes down what engines cost, behind the calls and in batches, and knows from it who may still spend how much. Also tells
/// the other processes of this one's circuits, and resets those that somebody wants reset.
///
/// Bounded: 10 000 entries wait while the database cannot be written to; what comes then is counted and lost.
package final class UsageLedger: EngineObserver, SpendingRule {
    private static let capacity = 10_000
    /// Workspaces of which the session that spent last is remembered; beyond that all are forgotten at once.
    private static let remembered = 1_000

    private struct State {
        var entries: [UsageEntry] = []
        var lost = 0
        var levels: [String: Budget.Level] = [:]
        /// The session that spent last, by workspace: its feed tells of budgets.
        var spenders: [String: String] = [:]
    }

    private let state = Mutex(State())
    private let database: Database
    private let log: any EventLog
    private let switchboard: Switchboard
    private let process: String
    private let logger: Logger
    private let clock: @Sendable () -> Date

    package init(_ world: World, switchboard: Switchboard, logger: Logger) {
        database = world.database
        log = world.log
        process = world.process
        clock = world.clock
        self.switchboard = switchboard
        self.logger = logger
    }

    /// Entries that were lost because nothing could be written for too long.
    package var lost: Int { state.withLock { $0.lost } }

    // MARK: Engines

    package func note(_ report: EngineReport) {
        let entry = entry(of: report)
        state.withLock { state in
            if state.spenders.count > Self.remembered { state.spenders = [:] }
            if !entry.session.isEmpty { state.spenders[entry.workspace] = entry.session }
            guard state.entries.count < Self.capacity else {
                state.lost += 1
                return
            }
            state.entries.append(entry)
        }
    }

    package func note(circuitOf engine: String, kind: EngineReport.Kind, isOpen: Bool) {}

    package func thrift(of account: UsageTag?) -> Thrift {
        guard let account else { return .free }
        switch state.withLock({ $0.levels[account.workspace] }) ?? .free {
        case .free: return .free
        case .soft: return .sparing
        case .hard: return .broke
        }
    }

    private func entry(of report: EngineReport) -> UsageEntry {
        var entry = UsageEntry(
            id: RandomID.make("use"), session: report.tag?.session ?? "",
            workspace: report.tag?.workspace ?? Workspace.first, at: clock())
        entry.kind = report.kind.rawValue
        entry.provider = report.engine
        entry.model = report.model
        entry.outcome = report.outcome.rawValue
        entry.soundMilliseconds = Int((report.amount.seconds * 1000).rounded())
        entry.characters = report.amount.characters
        entry.inputTokens = report.amount.inputTokens
        entry.outputTokens = report.amount.outputTokens
        entry.cost = switchboard.prices.micros(for: report)
        return entry
    }

    // MARK: The books

    /// Keeps the books until its task is cancelled, and once more then.
    package func run(every pause: Duration = .seconds(1)) async {
        while !Task.isCancelled {
            await settle()
            try? await Task.sleep(for: pause)
        }
        await Task { await settle() }.value
    }

    /// Writes what is to be written, and reads what became of the budgets.
    package func settle() async {
        await writeEntries()
        let now = clock()
        if let budgets = try? await database.budgets(now: now) {
            let levels = Dictionary(budgets.map { ($0.workspace, $0.level) }, uniquingKeysWith: max)
            state.withLock { $0.levels = levels }
            for budget in budgets where budget.level > .free { await tell(budget, now: now) }
        }
        await reportCircuits(now: now)
    }

    private func writeEntries() async {
        let entries = state.withLock { state in
            defer { state.entries = [] }
            return state.entries
        }
        do throws(StoreError) {
            try await database.enter(entries)
        } catch {
            state.withLock { state in
                let kept = entries.prefix(Self.capacity - state.entries.count)
                state.lost += entries.count - kept.count
                state.entries.insert(contentsOf: kept, at: 0)
            }
            logger.warning("usage cannot be written down", metadata: ["error": "\(error)"])
        }
    }

    /// Tells a workspace once that its budget has reached a level, in the feed of the session that spent last.
    private func tell(_ budget: BudgetState, now: Date) async {
        let session = state.withLock { $0.spenders[budget.workspace] }
        guard let session, (try? await database.claimNotice(of: budget, now: now)) == true else { return }
        let limit = budget.level == .hard ? budget.budget.hard : budget.budget.soft
        let fields: [String: JSON] = [
            "budget": .string(budget.level.rawValue), "period": .string(budget.budget.period.rawValue),
            "spent_micros": .int(budget.spent), "limit_micros": limit.map(JSON.int) ?? .null,
        ]
        await log.append(SessionEvent(session, .extra(type: "usage", fields: fields)), at: now)
        logger.warning(
            "budget reached",
            metadata: [
                "workspace": "\(budget.workspace)", "level": "\(budget.level.rawValue)",
                "period": "\(budget.budget.period.rawValue)",
            ])
    }

    private func reportCircuits(now: Date) async {
        let circuits = switchboard.circuits.map { CircuitRecord($0, process: process, at: now) }
        guard !circuits.isEmpty, let resets = try? await database.report(circuits) else { return }
        for name in resets { _ = switchboard.reset(name) }
    }
}
