package import Document

extension Command.Body {
    /// What may be sent: the name on the wire, what it does, and what it looks like.
    package typealias Form = (type: String, summary: String, needsLease: Bool, schema: Schema)

    /// Characters of an instruction, of words to say (control API §7), and of names.
    package static let longestInstruction = 4_000
    package static let longestSpeech = 1_000
    package static let longestName = 200
    /// Objects and lists within each other.
    package static let deepest = 32

    /// Every type of command with what it looks like.
    package static let schemas: [Form] = talking + whispering + silencing + people + steering + leasing

    /// The schema of a type; `nil`: there is no such command.
    static func form(of type: String) -> Form? { byType[type] }

    private static let byType = Dictionary(schemas.map { ($0.type, $0) }) { first, _ in first }

    private static let speech = Schema.text(upTo: longestSpeech)
    private static let instruction = Schema.text(upTo: longestInstruction)
    private static let name = Schema.text(upTo: longestName)
    private static let excuse = speech.described("Words to say, `default` or `none`.")

    private static let talking = [
        form(
            "say", "Says exact words in the agent's voice.",
            [
                .required("text", speech), .optional("when", .text(oneOf: Command.Moment.allCases.map(\.rawValue))),
                .optional("interruptible", .boolean), .optional("end_after", .boolean),
            ]),
        form(
            "inject", "Gives the agent an instruction that the caller never hears.",
            [
                .required("text", instruction),
                .optional("respond", .text(oneOf: Command.Respond.allCases.map(\.rawValue))),
                .optional("scope", .text(oneOf: ["turn", "n_turns", "session"])),
                .optional("turns", .integer(1...100).described("For the scope `n_turns`.")),
                .optional("key", name.described("A later instruction with the same key takes its place.")),
                .optional("expires_at", .text(upTo: 40)),
            ]),
        form("note", "Writes a note for colleagues.", [.required("text", instruction)]),
        form("chat", "Words that the caller typed.", [.required("text", instruction)]),
        form("interrupt", "Stops what the agent is saying.", []),
        form("regenerate", "Asks the agent for another answer.", [.optional("guidance", instruction)]),
    ]

    private static let whispering = [
        form(
            "whisper.begin", "The agent excuses itself to the caller and waits for an instruction.",
            [.optional("excuse", excuse), .optional("when", .text(oneOf: ["now", "next_turn"]))], needsLease: true),
        form(
            "whisper.inject", "The instruction that the agent waits for.", [.required("text", instruction)],
            needsLease: true),
        form("whisper.cancel", "The agent goes on without an instruction.", [], needsLease: true),
    ]

    private static let silencing = [
        form(
            "pause", "The agent is silent and the caller is held.",
            [.optional("say", speech), .optional("max_s", .integer(1...300))], needsLease: true),
        form("resume", "The agent goes on after a pause.", [.optional("say", speech)], needsLease: true),
        form("mute_ai", "The agent listens only.", [], needsLease: true),
        form("unmute_ai", "The agent talks again.", [], needsLease: true),
    ]

    private static let people = [
        form(
            "takeover", "A person talks in the agent's place.",
            [.required("attachment_id", name), .optional("announce", excuse)], needsLease: true),
        form("release", "The agent goes on after a person.", [.optional("brief", instruction)], needsLease: true),
        form(
            "transfer", "Asks for a person.",
            [
                .required("target", .text(oneOf: ["queue", "operator", "supervisor"])),
                .optional("id", name.described("Of the operator or the supervisor.")),
                .optional("skills", .list(of: name, count: 0...20)), .optional("message", speech),
                .optional("blocking", .boolean),
            ], needsLease: true),
        form(
            "decide", "Answers a question that the agent asked people.",
            [
                .required("approval_id", name),
                .required("decision", .text(oneOf: ["approve", "edit", "reject", "respond"])),
                .optional("args", .map(of: .anything)), .optional("message", speech),
            ]),
    ]

    private static let steering = [
        form(
            "set_context", "Corrects what is known.",
            ["booking_slots", "customer", "variables"].map { .optional($0, .map(of: .anything)) }),
        form("goto", "Names the node that takes the next turn.", [.required("node", name)], needsLease: true),
        form(
            "cancel", "Takes another command back that did not apply yet.", [.required("command_id", name)]),
        form(
            "end", "Ends the session, after a farewell or at once.",
            [.optional("message", speech), .required("reason", name), .optional("force", .boolean)]),
    ]

    private static let leasing = [
        form(
            "lease.acquire", "Takes the control lease.",
            [.optional("ttl_s", .integer(5...300)), .optional("steal", .boolean)]),
        form("lease.renew", "Keeps the control lease.", []),
        form("lease.release", "Gives the control lease back.", []),
    ]

    /// A form with the fields that every command may have.
    private static func form(
        _ type: String, _ summary: String, _ fields: [SchemaField], needsLease: Bool = false
    ) -> Form {
        let precondition = Schema.object([
            .optional("turn", .integer(0...Int.max)), .optional("sequence", .integer(0...Int.max)),
            .optional("mode", .text(oneOf: ["ai", "held", "human", "muted"])),
        ])
        let common: [SchemaField] = [
            .required("type", .text(oneOf: [type])), .optional("ttl_ms", .integer(1...300_000)),
            .optional("dedupe_key", name), .optional("precondition", precondition),
        ]
        return (type: type, summary: summary, needsLease: needsLease, schema: .object(common + fields))
    }
}
