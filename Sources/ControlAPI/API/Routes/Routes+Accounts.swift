import Document
import Foundation
import HTTPTypes
import Store
import Supervision
import Surface

extension Routes {
    /// What a request for usage looks back on when it does not say.
    private static let usualPast: TimeInterval = 30 * 86_400

    /// What engines cost, what may be spent, and which engines rest.
    func addAccounts(to endpoints: inout Endpoints) {
        endpoints.serve("getUsage") { call in try await usage(call) }
        endpoints.serve("getBudget") { call in try await budget(call) }
        endpoints.serve("changeBudget") { call in
            try checkScope(call)
            let budgets = try Budget.Period.allCases.compactMap { try Self.wish(for: $0, in: call.body) }
            try await plane.database.save(budgets, of: call.principal.workspace, now: call.now)
            await plane.audit(call, "budget.changed", on: call["scope"], after: call.body)
            return try await budget(call)
        }
        endpoints.serve("listCircuits") { call in
            let circuits = try await plane.database.circuits(now: call.now)
            return HTTPReply(["circuits": .array(circuits.map(\.json))])
        }
        endpoints.serve("resetCircuit") { call in
            let name = call["circuit"]
            guard try await plane.database.resetCircuits(name, now: call.now) else {
                throw Problem(.notFound, "There is no circuit with this name.")
            }
            await plane.audit(call, "circuit.reset", on: name)
            return HTTPReply(["name": .string(name)], .accepted)
        }
    }

    /// Throws when a workspace has spent what it may.
    func checkBudget(of workspace: String, now: Date) async throws {
        let states = try await plane.database.budgets(of: workspace, now: now)
        guard let state = states.first(where: { $0.level == .hard }) else { return }
        throw Problem(
            .budgetExhausted, "The budget of this \(state.budget.period.rawValue) is spent.",
            [
                "period": .string(state.budget.period.rawValue), "spent_micros": .int(state.spent),
                "hard_micros": state.budget.hard.map(JSON.int) ?? .null,
            ])
    }

    private func usage(_ call: Call) async throws -> HTTPReply {
        let to = call.moment("to") ?? call.now.addingTimeInterval(1)
        let from = call.moment("from") ?? to.addingTimeInterval(-Self.usualPast)
        let grouping = call.query["group_by"]?.string.flatMap(UsageSum.Grouping.init) ?? .provider
        let sums = try await plane.database.usage(of: call.principal.workspace, from: from, to: to, by: grouping)
        return HTTPReply([
            "from": .string(from.moment), "to": .string(to.moment), "group_by": .string(grouping.rawValue),
            "cost_micros": .int(sums.reduce(0) { $0 + $1.cost }),
            "usage": .array(sums.map { $0.json(by: grouping) }),
        ])
    }

    private func budget(_ call: Call) async throws -> HTTPReply {
        try checkScope(call)
        let states = try await plane.database.budgets(of: call.principal.workspace, now: call.now)
        var fields: [String: JSON] = [
            "scope": .string(Database.budgetScope),
            "level": .string((states.map(\.level).max() ?? .free).rawValue),
        ]
        for state in states { fields[state.budget.period.rawValue] = state.json }
        return HTTPReply(.object(fields))
    }

    private func checkScope(_ call: Call) throws(Problem) {
        guard call["scope"] == Database.budgetScope else {
            throw Problem(.notFound, "There are only budgets of the scope workspace.")
        }
    }

    private static func wish(for period: Budget.Period, in body: JSON) throws(Problem) -> Budget? {
        guard let limits = body[period.rawValue] else { return nil }
        let budget = Budget(period, soft: limits["soft_micros"]?.int, hard: limits["hard_micros"]?.int)
        if let soft = budget.soft, let hard = budget.hard, soft > hard {
            throw .invalid("/\(period.rawValue)/soft_micros", "soft_micros is beyond hard_micros")
        }
        return budget
    }
}

extension BudgetState {
    fileprivate var json: JSON {
        var fields: [String: JSON] = ["spent_micros": .int(spent), "level": .string(level.rawValue)]
        fields["soft_micros"] = budget.soft.map(JSON.int)
        fields["hard_micros"] = budget.hard.map(JSON.int)
        return .object(fields)
    }
}

extension UsageSum {
    fileprivate func json(by grouping: Grouping) -> JSON {
        // A day is told as people write it.
        let day = grouping == .day ? Double(key).map { Date(timeIntervalSince1970: $0 / 1000).moment } : nil
        var fields: [String: JSON] = [
            "key": .string(day.map { String($0.prefix(10)) } ?? key), "requests": .int(requests),
            "sound_ms": .int(soundMilliseconds), "characters": .int(characters), "input_tokens": .int(inputTokens),
            "output_tokens": .int(outputTokens), "cost_micros": .int(cost),
        ]
        if !kind.isEmpty { fields["kind"] = .string(kind) }
        if !model.isEmpty { fields["model"] = .string(model) }
        return .object(fields)
    }
}

extension CircuitRecord {
    fileprivate var json: JSON {
        var fields: [String: JSON] = [
            "name": .string(name), "process": .string(process), "state": .string(state), "failures": .int(failures),
            "at": .string(at.moment),
        ]
        if !model.isEmpty { fields["model"] = .string(model) }
        fields["wait_ms"] = wait.map(JSON.int)
        fields["p95_ms"] = p95.map(JSON.int)
        return .object(fields)
    }
}
