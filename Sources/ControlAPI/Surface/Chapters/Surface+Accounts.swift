import Document
import Supervision

extension Surface {
    /// What engines cost, what may be spent, and which engines rest. Money is in millionths of the currency of the price list.
    static let accounts: [Operation] = [
        Operation(
            "getUsage", .get, "/api/analytics/usage", "What engines cost, added up", in: "Accounts",
            for: .admins("usage:read"), answers: [Operation.Answer(200, "The dearest first", usage)]
        ).reading(.from, .to, Operation.Parameter("group_by", in: .query, grouping)),
        Operation(
            "getBudget", .get, "/api/budgets/{scope}", "A budget, and what is spent of it; the scope is `workspace`",
            in: "Accounts", for: .admins("budget:admin"), answers: [Operation.Answer(200, "The budget", budget)]),
        Operation(
            "changeBudget", .put, "/api/budgets/{scope}", "Set a budget; a period that is left out has none",
            in: "Accounts", for: .admins("budget:admin"), answers: [Operation.Answer(200, "The budget", budget)]
        ).taking(.object([.optional("day", limits), .optional("month", limits)])).counted(.write),
        Operation(
            "listCircuits", .get, "/api/circuits", "Which engines are asked, and which rest", in: "Accounts",
            for: .admins("worker:admin"),
            answers: [Operation.Answer(200, "Every process's", .object([.required("circuits", .list(of: circuit))]))]),
        Operation(
            "resetCircuit", .post, "/api/circuits/{circuit}/reset", "Trust an engine again", in: "Accounts",
            for: .admins("worker:admin"),
            answers: [Operation.Answer(202, "Each process does it within seconds", .object([.required("name", .text)]))]
        ).counted(.write).keyed(),
    ]

    private static let grouping = Schema.text(oneOf: ["provider", "kind", "session", "day"])

    private static let usage = Schema.object([
        .required("from", .moment), .required("to", .moment), .required("group_by", grouping),
        .required("cost_micros", .count), .required("usage", .list(of: sum)),
    ])

    private static let sum = Schema.object([
        .required("key", .words), .optional("kind", .words), .optional("model", .words), .required("requests", .count),
        .required("sound_ms", .count), .required("characters", .count), .required("input_tokens", .count),
        .required("output_tokens", .count), .required("cost_micros", .count),
    ])

    private static let limits = Schema.object([
        .optional("soft_micros", .count.described("From here on the cheapest engines come first.")),
        .optional(
            "hard_micros", .count.described("From here on no session is begun, and engines that cost are not asked.")),
    ])

    private static let budget = Schema.object([
        .required("scope", .text(oneOf: ["workspace"])), .required("level", level), .optional("day", state),
        .optional("month", state),
    ])

    private static let level = Schema.text(oneOf: ["free", "soft", "hard"])

    private static let state = Schema.object([
        .optional("soft_micros", .count), .optional("hard_micros", .count), .required("spent_micros", .count),
        .required("level", level),
    ])

    private static let circuit = Schema.object([
        .required("name", .text), .required("process", .text),
        .required("state", .text(oneOf: ["closed", "open", "half_open"])), .required("failures", .count),
        .optional("model", .words), .optional("wait_ms", .count), .optional("p95_ms", .count), .required("at", .moment),
    ])
}
