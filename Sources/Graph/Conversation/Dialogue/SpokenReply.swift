/// What is to be said, and how to listen afterwards.
package struct SpokenReply: Hashable, Sendable, Codable {
    package let text: String
    /// The recogniser's language model for the answer.
    package let vocabulary: String
    /// Whether the call ends when this was said.
    package let endsCall: Bool
    /// The wire name of the intent this answers.
    package let intent: String?
    /// The node that prepared it.
    package let node: String
    package let agent: AgentType
    /// Set when this is a notification, and how urgent it is.
    package let priority: SessionNotification.Priority?
    /// How fast the caller wants it.
    package let pace: Pace

    package init(
        text: String, vocabulary: String, endsCall: Bool, intent: String?, node: String, agent: AgentType,
        priority: SessionNotification.Priority? = nil, pace: Pace = .normal
    ) {
        self.text = text
        self.vocabulary = vocabulary
        self.endsCall = endsCall
        self.intent = intent
        self.node = node
        self.agent = agent
        self.priority = priority
        self.pace = pace
    }
}
