package import Document
import FoundationEssentials

/// `{"id", "name", "arguments", "is_writing", "state", "result"?, "reason"?, "runs", "planned_at", "started_at"?,
/// "ended_at"?}`.
extension ToolCall: Codable {
    private enum Key: String, CodingKey {
        case id, name, arguments, state, result, reason, runs
        case isWriting = "is_writing"
        case plannedAt = "planned_at"
        case startedAt = "started_at"
        case endedAt = "ended_at"
    }

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        id = try fields.decode(String.self, forKey: .id)
        name = try fields.decode(String.self, forKey: .name)
        arguments = try fields.decode(JSON.self, forKey: .arguments)
        isWriting = try fields.decode(Bool.self, forKey: .isWriting)
        runs = min(max(try fields.decode(Int.self, forKey: .runs), 0), 1_000_000)
        plannedAt = try fields.decode(Date.self, forKey: .plannedAt)
        startedAt = try fields.decodeIfPresent(Date.self, forKey: .startedAt)
        endedAt = try fields.decodeIfPresent(Date.self, forKey: .endedAt)
        let name = try fields.decode(String.self, forKey: .state)
        let result = try fields.decodeIfPresent(JSON.self, forKey: .result)
        let reason = try fields.decodeIfPresent(String.self, forKey: .reason)
        guard let state = State(name: name, result: result, reason: reason) else {
            throw DecodingError.dataCorruptedError(
                forKey: .state, in: fields, debugDescription: "a tool call is never \(name)")
        }
        self.state = state
    }

    package func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(id, forKey: .id)
        try fields.encode(name, forKey: .name)
        try fields.encode(arguments, forKey: .arguments)
        try fields.encode(isWriting, forKey: .isWriting)
        try fields.encode(state.name, forKey: .state)
        try fields.encodeIfPresent(state.result, forKey: .result)
        try fields.encodeIfPresent(state.reason, forKey: .reason)
        try fields.encode(runs, forKey: .runs)
        try fields.encode(plannedAt, forKey: .plannedAt)
        try fields.encodeIfPresent(startedAt, forKey: .startedAt)
        try fields.encodeIfPresent(endedAt, forKey: .endedAt)
    }
}

extension ToolCall.State {
    /// The word for it in rows and documents.
    package var name: String {
        switch self {
        case .planned: "planned"
        case .running: "running"
        case .succeeded: "succeeded"
        case .failed: "failed"
        case .unknown: "unknown"
        }
    }

    /// What a call that succeeded gave.
    package var result: JSON? {
        guard case .succeeded(let result) = self else { return nil }
        return result
    }

    /// Why a call failed.
    package var reason: String? {
        guard case .failed(let reason) = self else { return nil }
        return reason
    }

    /// A state from its word and what belongs to it; `nil` for a word that is none.
    package init?(name: String, result: JSON?, reason: String?) {
        switch name {
        case "planned": self = .planned
        case "running": self = .running
        case "succeeded": self = .succeeded(result ?? .null)
        case "failed": self = .failed(reason ?? "")
        case "unknown": self = .unknown
        default: return nil
        }
    }
}
