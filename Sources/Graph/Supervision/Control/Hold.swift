import FoundationEssentials

/// The agent waits, and the caller with it (control API §10.3).
struct Hold: Hashable, Sendable, Codable {
    enum Kind: String, Hashable, Sendable, Codable {
        case whisper, pause
        /// A person was called and the caller is to wait for them.
        case handoff
        /// Who had the say is gone.
        case lost
    }

    enum Phase: Hashable, Sendable, Codable {
        /// The caller's words come to their end, at most until then.
        case listening(until: Date)
        /// The agent comes to a boundary.
        case stopping
        /// The caller is told.
        case excusing(speech: String, until: Date)
        case held(since: Date)
    }

    let kind: Kind
    /// The command that asked for it.
    let command: String?
    /// The principal who has it.
    var by: String
    let excuse: String?
    /// Stops at the next frame, not at the end of a sentence.
    let isImmediate: Bool
    /// It ends then, at the latest.
    var limit: Date
    var phase = Phase.stopping
    /// How often the caller was reassured, and when they will be again.
    var reassurances = 0
    var reassurance: Date?
    /// An instruction came before the agent was ready for it: its command.
    var instruction: String?

    /// Whether it ends with the lease.
    var needsLease: Bool { kind == .whisper || kind == .pause }

    /// Nothing was said or cut off for it yet.
    var isUnnoticed: Bool {
        if case .listening = phase { true } else { false }
    }

    /// The caller was told that they wait.
    var isTold: Bool {
        switch phase {
        case .listening, .stopping: false
        case .excusing, .held: true
        }
    }

    var isHeld: Bool {
        if case .held = phase { true } else { false }
    }
}
