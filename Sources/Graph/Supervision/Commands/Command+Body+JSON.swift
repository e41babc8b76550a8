package import Document
import Engine
import FoundationEssentials

extension Command.Body {
    /// Seconds of a pause, and of a lease, unless they are named.
    static let pauseUnlessSaid: Double = 120
    static let leaseUnlessSaid: Double = 30

    /// The name on the wire.
    package var type: String {
        switch self {
        case .say: "say"
        case .inject: "inject"
        case .setContext: "set_context"
        case .beginWhisper: "whisper.begin"
        case .injectWhisper: "whisper.inject"
        case .cancelWhisper: "whisper.cancel"
        case .pause: "pause"
        case .resume: "resume"
        case .muteAgent: "mute_ai"
        case .unmuteAgent: "unmute_ai"
        case .takeOver: "takeover"
        case .release: "release"
        case .interrupt: "interrupt"
        case .regenerate: "regenerate"
        case .goTo: "goto"
        case .transfer: "transfer"
        case .end: "end"
        case .note: "note"
        case .chat: "chat"
        case .decide: "decide"
        case .cancel: "cancel"
        case .acquireLease: "lease.acquire"
        case .renewLease: "lease.renew"
        case .releaseLease: "lease.release"
        case .keepLease: "lease.keep"
        case .loseLease: "lease.lost"
        }
    }

    /// Whether only the holder of the control lease may.
    package var needsLease: Bool { Self.form(of: type)?.needsLease ?? false }

    /// The command as it is written on the wire.
    package var json: JSON {
        var fields = talk ?? control ?? people ?? [:]
        fields = fields.filter { !$0.value.isNull }
        fields["type"] = .string(type)
        return .object(fields)
    }

    private var talk: [String: JSON]? {
        switch self {
        case .say(let text, let when, let isInterruptible, let endsCall):
            [
                "text": .string(text), "when": .string(when.rawValue), "interruptible": .bool(isInterruptible),
                "end_after": .bool(endsCall),
            ]
        case .inject(let instruction, let respond):
            instruction.fields.merging(["respond": .string(respond.rawValue)]) { _, last in last }
        case .beginWhisper(let excuse, let when): ["excuse": excuse.json, "when": .string(when.rawValue)]
        case .injectWhisper(let text), .note(let text), .chat(let text): ["text": .string(text)]
        case .regenerate(let guidance): ["guidance": JSON(guidance)]
        default: nil
        }
    }

    private var control: [String: JSON]? {
        switch self {
        case .setContext(.object(let fields)): fields
        case .pause(let say, let seconds): ["say": JSON(say), "max_s": .int(Int(seconds))]
        case .resume(let say): ["say": JSON(say)]
        case .goTo(let node): ["node": .string(node)]
        case .cancel(let command): ["command_id": .string(command)]
        case .end(let message, let reason, let isForced):
            ["message": JSON(message), "reason": .string(reason), "force": .bool(isForced)]
        case .acquireLease(let seconds, let steals): ["ttl_s": .int(Int(seconds)), "steal": .bool(steals)]
        default: nil
        }
    }

    private var people: [String: JSON]? {
        switch self {
        case .takeOver(let attachment, let announcement):
            ["attachment_id": .string(attachment), "announce": announcement.json]
        case .release(let brief): ["brief": JSON(brief)]
        case .transfer(let target, let message, let isBlocking):
            target.fields.merging(["message": JSON(message), "blocking": .bool(isBlocking)]) { _, last in last }
        case .decide(let approval, let decision):
            [
                "approval_id": .string(approval), "decision": .string(decision.name),
                "args": decision.edits ?? .null, "message": JSON(decision.note),
            ]
        default: nil
        }
    }
}

extension Decision {
    /// `approve`, `edit`, `reject` or `respond`, as the control API names it (§10.6).
    var name: String {
        guard let edits, !edits.isNull else { return choice }
        return choice == "approve" ? "edit" : choice
    }
}

extension JSON {
    fileprivate init(_ text: String?) { self = text.map(JSON.string) ?? .null }
}

extension Command.Excuse {
    fileprivate var json: JSON {
        switch self {
        case .standard: "default"
        case .none: "none"
        case .words(let words): .string(words)
        }
    }
}

extension Command.TransferTarget {
    fileprivate var fields: [String: JSON] {
        switch self {
        case .queue(let skills): ["target": "queue", "skills": .array(skills.map(JSON.string))]
        case .operator(let id): ["target": "operator", "id": .string(id)]
        case .supervisor(let id): ["target": "supervisor", "id": .string(id)]
        }
    }
}

extension Instruction {
    /// Who an instruction is from, for the agent.
    static func author(_ principal: Principal) -> String { "\(principal.role.rawValue):\(principal.id)" }

    fileprivate var fields: [String: JSON] {
        var fields: [String: JSON] = ["text": .string(text)]
        switch reach {
        case .turn: fields["scope"] = "turn"
        case .session: fields["scope"] = "session"
        case .turns(let count):
            fields["scope"] = "n_turns"
            fields["turns"] = .int(count)
        }
        fields["key"] = key.map(JSON.string)
        fields["expires_at"] = (expiry?.moment).map(JSON.string)
        return fields
    }
}
