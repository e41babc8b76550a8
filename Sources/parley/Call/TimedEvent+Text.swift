import Timing

extension TimedEvent {
    /// A line for people; `nil` for what only programs want to know.
    var text: String? {
        event.sentence.map { sentence in
            let tenths = Int((time.inSeconds * 10).rounded())
            let stamp = "\(tenths / 10).\(tenths % 10)"
            return String(repeating: " ", count: max(0, 6 - stamp.count)) + "\(stamp)s  \(sentence)"
        }
    }
}

extension CallEvent {
    fileprivate var sentence: String? {
        switch self {
        case .joined(let room, let identity, _): "joined the room \(room) as \(identity)"
        case .agentJoined(let identity): "the agent is here: \(identity)"
        case .speaking(_, let name): "saying: \(name)"
        case .agentAudioStart: "the agent speaks"
        case .agentAudioStop(let duration): "the agent is silent after \(duration.milliseconds) ms"
        case .transcript(let role, let text, true): "\(role == .user ? "caller" : "agent "): \(text)"
        case .transcript: nil
        case .answer(_, _, let reply): "answered after \(reply.milliseconds) ms"
        case .bargeIn(_, let stop?): "talked over: the agent fell silent after \(stop.milliseconds) ms"
        case .bargeIn(_, nil): "nothing to talk over: the agent had finished"
        case .ended(let ending, let answered, let lines):
            "the call is over: \(ending.sentence); \(answered) of \(lines) answered"
        }
    }
}

extension Duration {
    fileprivate var milliseconds: Int { Int(inMilliseconds.rounded()) }
}
