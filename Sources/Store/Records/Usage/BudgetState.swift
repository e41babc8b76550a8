/// A budget, and what was spent of it in the period at hand.
package struct BudgetState: Hashable, Sendable {
    package let workspace: String
    package let budget: Budget
    package let spent: Int

    package init(workspace: String, budget: Budget, spent: Int) {
        self.workspace = workspace
        self.budget = budget
        self.spent = spent
    }

    package var level: Budget.Level { budget.level(at: spent) }

    /// How much of the budget is gone: 1 at its hard limit, or at its soft one where there is no other; `nil` without limits.
    package var ratio: Double? {
        guard let limit = budget.hard ?? budget.soft else { return nil }
        return limit > 0 ? Double(spent) / Double(limit) : 1
    }
}
