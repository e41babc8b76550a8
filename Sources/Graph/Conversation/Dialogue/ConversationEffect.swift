/// What the conversation asks its host to do.
package enum ConversationEffect: Hashable, Sendable {
    /// Ask a language model what this means; answered by `understood`.
    case understand(text: String, question: Question?)
    /// Run a tool; answered by `tool`.
    case tool(ToolRequest)
    /// Start a background task; its course comes back as `task` events.
    case spawn(BackgroundTask)
    /// Tell supervisors of a notification.
    case announce(SessionNotification)
    case say(SpokenReply)
}
