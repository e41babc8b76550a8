import Conversation

/// What a turn answers.
struct TurnCause: Sendable {
    let event: ConversationEvent
    /// The caller's words, if there are any.
    let text: String?
    /// The command that brought them.
    let command: String?
    /// Whether they were in the log before: they are answered anew.
    let isAgain: Bool
    /// Said before the answer.
    let bridge: String?

    init(
        _ event: ConversationEvent, text: String? = nil, command: String? = nil, isAgain: Bool = false,
        bridge: String? = nil
    ) {
        self.event = event
        self.text = text
        self.command = command
        self.isAgain = isAgain
        self.bridge = bridge
    }

    /// For the log.
    var source: String {
        switch event {
        case .began: "began"
        case .silence: "silence"
        default: isAgain ? "control" : command == nil ? "caller" : "chat"
        }
    }
}
