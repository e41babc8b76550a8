import Document
import Supervision

extension Surface {
    /// Whether somebody takes calls.
    static let ownPresence: [Operation] = [
        Operation(
            "setPresence", .put, "/api/me/presence", "Say whether you take calls", in: "Handoff",
            for: .roles([.operator, .supervisor, .admin], grant: "handoff:read"),
            answers: [Operation.Answer(200, "You, as you are now", user)]
        ).taking(.object([.required("status", availability)])).counted(.write).failing(.conflict)
    ]

    /// Offers go to operators who are `online`.
    static let availability = Schema.text(oneOf: ["online", "away", "offline"])
}
