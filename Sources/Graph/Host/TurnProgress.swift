import Conversation
import Engine

/// A turn on its way through the graph: what was decided, what is still to be done, and what was said.
struct TurnProgress: Sendable {
    var execution: Execution<DialogueState, ConversationEffect>
    /// What the graph has yet to hear.
    var events: [ConversationEvent]
    /// What has yet to be done, in order.
    var requests: [Request<ConversationEffect>]
    var spoken: SpokenReply?
    /// What is to be logged when the turn is committed; empty in a turn that is.
    var journal: [SessionEvent.Kind] = []

    init(
        _ execution: Execution<DialogueState, ConversationEffect>, events: [ConversationEvent] = [],
        requests: [Request<ConversationEffect>] = []
    ) {
        self.execution = execution
        self.events = events
        self.requests = requests
    }
}

extension ConversationEffect {
    /// Whether it may be done before the caller's turn is known to be over: it changes nothing and nobody hears of it.
    var mayRunAhead: Bool {
        switch self {
        case .tool(let tool): !tool.isWriting
        case .understand, .phrase, .say: true
        case .spawn, .announce: false
        }
    }

    /// Whether it changes the world, so that what asked for it must be written down before.
    var isWriting: Bool {
        if case .tool(let tool) = self { tool.isWriting } else { false }
    }
}
