package import Document
import FoundationEssentials

/// The events that the control writes, each with its fields in one place (control API §11.1).
extension SessionControl.Effect {
    /// `command{command_id, command, status, by, turn?, reason?, effect?, heard?, related?}` and what a reason adds.
    static func outcome(
        _ outcome: CommandOutcome, of command: Command, details: [String: JSON] = [:]
    ) -> Self {
        var fields = details
        fields["by"] = command.principal.json
        fields["command_id"] = .string(command.id)
        fields["command"] = .string(command.body.type)
        fields["status"] = .string(outcome.status.rawValue)
        fields["turn"] = outcome.turn.map(JSON.int)
        fields["reason"] = outcome.reason.map(JSON.string)
        fields["effect"] = outcome.effect.map(JSON.string)
        fields["heard"] = outcome.heard.map(JSON.string)
        if !outcome.related.isEmpty { fields["related"] = .array(outcome.related.map(JSON.string)) }
        return .record(type: "command", fields: fields)
    }

    /// `mode{mode, by?, reason?}`
    static func mode(_ mode: ControlMode) -> Self {
        var fields: [String: JSON] = ["mode": .string(mode.name)]
        switch mode {
        case .agent: break
        case .human(let by), .muted(let by): fields["by"] = .string(by)
        case .held(let by, let reason):
            fields["by"] = .string(by)
            fields["reason"] = .string(reason)
        }
        return .record(type: "mode", fields: fields)
    }

    /// `lease{holder?, expires_at?, fence}`
    static func lease(_ lease: ControlLease?, fence: Int) -> Self {
        var fields: [String: JSON] = ["fence": .int(fence)]
        fields["holder"] = lease?.holder.json
        fields["expires_at"] = (lease?.expiry.moment).map(JSON.string)
        return .record(type: "lease", fields: fields)
    }

    /// `lease_stolen{from, to}`
    static func leaseStolen(from: Principal, to: Principal) -> Self {
        .record(type: "lease_stolen", fields: ["from": from.json, "to": to.json])
    }

    /// `instruction_ack{command_id, content, turn}`
    static func acknowledged(_ command: String, turn: Int) -> Self {
        .record(
            type: "instruction_ack",
            fields: ["command_id": .string(command), "content": "Received", "turn": .int(turn)])
    }

    /// `whisper{phase, by}`: `pausing`, `held`, `injected`, `resuming`, `none`.
    static func whisper(_ phase: String, by: String) -> Self {
        .record(type: "whisper", fields: ["phase": .string(phase), "by": .string(by)])
    }

    /// `whisper_expired{by, reason}`: `cancelled`, `lease-lost`, `timeout`, `revoked`.
    static func whisperExpired(by: String, reason: String) -> Self {
        .record(type: "whisper_expired", fields: ["by": .string(by), "reason": .string(reason)])
    }

    /// `takeover{phase, attachment_id, by, reason?}`: `offered`, `switching`, `human`, `reconnecting`, `returning`, `failed`,
    /// `none`.
    static func takeover(_ phase: String, _ takeover: Takeover, reason: String? = nil) -> Self {
        var fields: [String: JSON] = [
            "phase": .string(phase), "attachment_id": .string(takeover.attachment), "by": .string(takeover.by),
        ]
        fields["reason"] = reason.map(JSON.string)
        return .record(type: "takeover", fields: fields)
    }

    /// `approval{approval_id, tool, arguments, prompt, status, asked_at, deadline?, approver?, decided_by?}`
    static func approval(_ approval: Approval) -> Self {
        var fields: [String: JSON] = [
            "approval_id": .string(approval.id), "tool": .string(approval.tool), "arguments": approval.arguments,
            "prompt": .string(approval.prompt), "status": .string(approval.status.rawValue),
            "asked_at": .string(approval.askedAt.moment),
        ]
        fields["deadline"] = (approval.deadline?.moment).map(JSON.string)
        fields["approver"] = approval.approver.map(JSON.string)
        fields["decided_by"] = approval.decidedBy.map(JSON.string)
        return .record(type: "approval", fields: fields)
    }

    /// `note{text, by}`
    static func note(_ text: String, by principal: Principal) -> Self {
        .record(type: "note", fields: ["text": .string(text), "by": principal.json])
    }
}

extension Principal {
    /// Who, for the log: `{id, name, role}`.
    package var json: JSON { ["id": .string(id), "name": .string(name), "role": .string(role.rawValue)] }
}
