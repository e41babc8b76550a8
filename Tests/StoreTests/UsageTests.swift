import Foundation
import Store
import Testing

@Suite("What engines cost is written down, and budgets know it") struct UsageTests {
    private let now = Workshop.now

    /// An answered request; its provider is its identifier up to the stroke.
    private func entry(
        _ id: String, cost: Int, of workspace: String = "w", at offset: TimeInterval = 0
    ) -> UsageEntry {
        let provider = id.prefix { $0 != "/" }
        var entry = UsageEntry(id: id, session: "s-\(provider)", workspace: workspace, at: now + offset)
        (entry.kind, entry.provider, entry.model, entry.outcome) = ("stt", String(provider), "m", "answered")
        entry.soundMilliseconds = 1500
        entry.cost = cost
        return entry
    }

    @Test("entries are added up by what one asks for, within a time and a workspace", arguments: Backend.allCases)
    func sums(backend: Backend) async throws {
        try await backend.house { (database) async throws in
            try await database.enter([
                entry("openai/a", cost: 10), entry("openai/b", cost: 5), entry("deepgram/c", cost: 40),
                entry("openai/d", cost: 1000, of: "other"), entry("openai/e", cost: 1000, at: -3600),
            ])
            // Written again, as after a lost answer.
            try await database.enter([entry("openai/a", cost: 10)])
            let sums = try await database.usage(of: "w", from: now, to: now + 60, by: .provider)
            #expect(sums.map(\.key) == ["deepgram", "openai"])
            #expect(sums.map(\.cost) == [40, 15])
            #expect(sums.map(\.requests) == [1, 2])
            #expect(sums.map(\.soundMilliseconds) == [1500, 3000])
            #expect(sums.map(\.model) == ["m", "m"])
            let days = try await database.usage(of: "w", from: now - 86_400, to: now + 60, by: .day)
            #expect(days.map(\.cost) == [1055])
            #expect(days.map(\.key) == ["\(Int(Budget.Period.day.start(of: now).timeIntervalSince1970) * 1000)"])
            for grouping in UsageSum.Grouping.allCases {
                let all = try await database.usage(of: "w", from: now, to: now + 60, by: grouping)
                #expect(all.map(\.cost).reduce(0, +) == 55)
            }
        }
    }

    @Test("a budget counts its workspace's spending of its period, and tells its level", arguments: Backend.allCases)
    func budgets(backend: Backend) async throws {
        try await backend.house { (database) async throws in
            try await database.save(
                [Budget(.day, soft: 50, hard: 100), Budget(.month, hard: 1000)], of: "w", now: now)
            // 4 May: yesterday counts for the month, the last of April for nothing.
            try await database.enter([
                entry("openai/a", cost: 60), entry("openai/b", cost: 900, at: -86_400),
                entry("openai/c", cost: 9999, at: -5 * 86_400),
                entry("openai/d", cost: 9999, of: "other"),
            ])
            var states = try await database.budgets(of: "w", now: now)
            #expect(states.map(\.budget.period) == [.day, .month])
            #expect(states.map(\.spent) == [60, 960])
            #expect(states.map(\.level) == [.soft, .free])
            #expect(states.map(\.ratio) == [0.6, 0.96])
            try await database.enter([entry("openai/e", cost: 40)])
            states = try await database.budgets(now: now)
            #expect(states.map(\.level) == [.hard, .hard])
            try await database.save([Budget(.day)], of: "w", now: now)
            states = try await database.budgets(of: "w", now: now)
            #expect(states.map(\.level) == [.free])
            #expect(states.map(\.ratio) == [nil])
        }
    }

    @Test("a level that is reached is told once in its period, by whoever comes first", arguments: Backend.allCases)
    func notices(backend: Backend) async throws {
        try await backend.house { (database) async throws in
            let soft = BudgetState(workspace: "w", budget: Budget(.day, soft: 1, hard: 9), spent: 5)
            let hard = BudgetState(workspace: "w", budget: Budget(.day, soft: 1, hard: 9), spent: 9)
            var claims: [Bool] = []
            for (state, moment) in [(soft, now), (soft, now + 60), (hard, now), (soft, now + 86_400)] {
                claims.append(try await database.claimNotice(of: state, now: moment))
            }
            #expect(claims == [true, false, true, true])
        }
    }

    @Test(
        "processes see each other's circuits while they tell of them, and hear who wants one reset",
        arguments: Backend.allCases)
    func circuits(backend: Backend) async throws {
        try await backend.house { (database) async throws in
            var open = CircuitRecord(process: "p1", name: "stt:deepgram", state: "open", at: now)
            (open.failures, open.wait, open.model) = (5, 30_000, "nova-3")
            let closed = CircuitRecord(process: "p2", name: "llm:openai", state: "closed", at: now)
            var resets = try await database.report([open]) + database.report([closed])
            #expect(resets.isEmpty)
            let seen = try await database.circuits(now: now + 1)
            #expect(seen == [closed, open])
            let found = try await database.resetCircuits("stt:deepgram", now: now + 1)
            let isFoundElsewhere = try await database.resetCircuits("stt:nobody", now: now + 1)
            #expect(found && !isFoundElsewhere)
            resets = try await database.report([open])
            #expect(resets == ["stt:deepgram"])
            resets = try await database.report([open])
            #expect(resets.isEmpty, "once is enough")
            let later = try await database.circuits(now: now + 31)
            #expect(later.isEmpty)
        }
    }

    @Test("days and months begin at midnight in UTC")
    func periods() {
        // Monday, 4 May 2026, 10:00.
        #expect(now.timeIntervalSince(Budget.Period.day.start(of: now)) == 36_000)
        #expect(now.timeIntervalSince(Budget.Period.month.start(of: now)) == 36_000 + 3 * 86_400)
    }
}
