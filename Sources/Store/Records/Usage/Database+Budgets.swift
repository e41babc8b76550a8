package import FoundationEssentials
import SQL

extension Database {
    /// The only scope there is: a whole workspace.
    package static let budgetScope = "workspace"

    /// Replaces the budgets of a workspace; a period that is not among them has none any more.
    package func save(_ budgets: [Budget], of workspace: String, now: Date) async throws(StoreError) {
        try await writing { transaction in
            try transaction.execute(
                "DELETE FROM budgets WHERE workspace_id = ? AND scope = ?", [workspace, Self.budgetScope])
            for budget in budgets {
                try transaction.execute(
                    """
                    INSERT INTO budgets (workspace_id, scope, period, soft_micros, hard_micros, updated_at)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                    [
                        workspace, Self.budgetScope, budget.period.rawValue, budget.soft, budget.hard,
                        Moment.milliseconds(now),
                    ])
            }
        }
    }

    /// The budgets of a workspace, or of every one, and what is spent of them; by workspace, the day before the month.
    package func budgets(of workspace: String? = nil, now: Date) async throws(StoreError) -> [BudgetState] {
        try await reading { transaction in
            let rows =
                try workspace.map {
                    try transaction.query(
                        "SELECT * FROM budgets WHERE workspace_id = ? ORDER BY workspace_id, period", [$0])
                } ?? transaction.query("SELECT * FROM budgets ORDER BY workspace_id, period", [])
            return try rows.map { row in
                let (owner, name): (String, String) = (try row["workspace_id"], try row["period"])
                guard let period = Budget.Period(rawValue: name) else { throw StoreError.corrupt("budget of \(owner)") }
                let budget = Budget(period, soft: try row["soft_micros"], hard: try row["hard_micros"])
                let spent = try transaction.spent(by: owner, since: period.start(of: now))
                return BudgetState(workspace: owner, budget: budget, spent: spent)
            }
        }
    }

    /// Whether nobody was told yet that a budget has reached a level in the period at hand; whoever asks tells it.
    package func claimNotice(of state: BudgetState, now: Date) async throws(StoreError) -> Bool {
        let start = Moment.milliseconds(state.budget.period.start(of: now))
        return try await writing { transaction in
            try transaction.execute(
                """
                INSERT INTO budget_notices (workspace_id, scope, period, begins_at, level, told_at)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (workspace_id, scope, period, begins_at, level) DO NOTHING
                """,
                [
                    state.workspace, Self.budgetScope, state.budget.period.rawValue, start, state.level.rawValue,
                    Moment.milliseconds(now),
                ]) > 0
        }
    }
}
