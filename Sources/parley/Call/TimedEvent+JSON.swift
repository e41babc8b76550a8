import Conversation
import Document
import Timing

extension TimedEvent {
    /// The event as one JSON object: `event`, `t` in seconds from the beginning of the call, and what belongs to it.
    /// Durations end in `_ms`.
    var json: JSON {
        var fields = event.fields
        fields["event"] = .string(event.name)
        fields["t"] = .number((time.inSeconds * 1000).rounded() / 1000)
        return .object(fields)
    }
}

extension CallEvent {
    fileprivate var name: String {
        switch self {
        case .joined: "joined"
        case .agentJoined: "agent_joined"
        case .speaking: "speaking"
        case .agentAudioStart: "agent_audio_start"
        case .agentAudioStop: "agent_audio_stop"
        case .transcript: "transcript"
        case .answer: "answer"
        case .bargeIn: "barge_in"
        case .ended: "ended"
        }
    }

    fileprivate var fields: [String: JSON] {
        switch self {
        case .joined(let room, let identity, let server):
            ["room": .string(room), "identity": .string(identity), "server_version": .string(server)]
        case .agentJoined(let identity): ["identity": .string(identity)]
        case .speaking(let line, let name): ["line": .int(line + 1), "name": .string(name)]
        case .agentAudioStart: [:]
        case .agentAudioStop(let duration): ["audio_ms": duration.json]
        case .transcript(let role, let text, let isFinal):
            ["role": .string(role.rawValue), "text": .string(text), "final": .bool(isFinal)]
        case .answer(let line, let name, let reply):
            ["line": .int(line + 1), "name": .string(name), "reply_ms": reply.json]
        case .bargeIn(let line, let stop): ["line": .int(line + 1), "stop_ms": stop?.json ?? .null]
        case .ended(let ending, let answered, let lines):
            ["reason": .string(ending.sentence), "answered": .int(answered), "lines": .int(lines)]
        }
    }
}

extension Duration {
    fileprivate var json: JSON { .int(Int(inMilliseconds.rounded())) }
}
