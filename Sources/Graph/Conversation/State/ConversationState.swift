package import Document
package import FoundationEssentials

/// The state of one conversation, field for field as document 004 stores it under `session:{session_id}`.
package struct ConversationState: Hashable, Sendable {
    package var sessionID: String
    /// The chat history: what the caller said, and what the caller heard.
    package var messages: [Message] = []
    package var currentAgent: AgentType = .router
    /// The wire name of the last intent, such as `faq` or `book_service`; `nil` before the first turn.
    package var detectedIntent: String?
    /// 0…1.
    package var confidence: Double = 0
    package var customer = CustomerContext()
    package var bookingSlots = BookingSlots()
    package var pendingTasks: [BackgroundTask] = []
    package var notificationsQueue: [SessionNotification] = []
    package var escalationInProgress = false
    package var humanAgentStatus: HumanAgentStatus?
    package var turnCount = 0
    package var createdAt: Date
    package var lastUpdated: Date
    /// Keys this version does not know, kept so that a round trip loses nothing.
    package var unknown: [String: JSON] = [:]

    package init(sessionID: String, createdAt: Date) {
        self.sessionID = sessionID
        self.createdAt = createdAt
        lastUpdated = createdAt
    }
}
