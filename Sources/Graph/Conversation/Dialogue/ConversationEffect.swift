/// What the conversation asks its host to do.
package enum ConversationEffect: Hashable, Sendable, Codable {
    /// Ask a language model what this means; answered by `understood`.
    case understand(Utterance)
    /// Run a tool; answered by `tool`.
    case tool(ToolRequest)
    /// Start a background task; its course comes back as `task` events.
    case spawn(BackgroundTask)
    /// Tell supervisors of a notification.
    case announce(SessionNotification)
    case say(SpokenReply)
    /// Ask a language model for better words; answered by `phrased`.
    case phrase(ReplyPlan)
}
