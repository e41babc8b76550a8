import Conversation

extension SessionEvent.Kind {
    /// Whether the conversation moved by it, so that somebody who saw less looks at an old one: words, turns, modes and
    /// decisions, not commands or figures.
    var movesConversation: Bool {
        switch self {
        case .transcript: true
        case .extra(let type, _): type == "turn" || type == "mode" || type == "approval"
        case .stateUpdate, .taskUpdate, .notification, .latency, .lifecycle: false
        }
    }
}
