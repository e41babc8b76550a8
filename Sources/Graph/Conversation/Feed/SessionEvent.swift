package import Document

/// Something that happened in a session and that others may want to know.
///
/// The first five kinds are the frames of document 004, key for key. `lifecycle` and `extra` are additions: a feed that
/// promises document 004 alone sends only events whose `isDocumented` is true.
package struct SessionEvent: Hashable, Sendable {
    package enum Role: String, Codable, Hashable, Sendable {
        case user, assistant
    }

    package enum Kind: Hashable, Sendable {
        case stateUpdate(ConversationState)
        case transcript(role: Role, content: String, agent: AgentType)
        case taskUpdate(BackgroundTask)
        case notification(SessionNotification)
        case latency(Latency)
        /// The session started or ended.
        case lifecycle(SessionSummary)
        /// Any other event, with its type and its fields.
        case extra(type: String, fields: [String: JSON])
    }

    package var sessionID: String
    package var kind: Kind

    package init(_ sessionID: String, _ kind: Kind) {
        self.sessionID = sessionID
        self.kind = kind
    }

    /// Whether document 004 knows this kind of frame.
    package var isDocumented: Bool {
        switch kind {
        case .stateUpdate, .transcript, .taskUpdate, .notification, .latency: true
        case .lifecycle, .extra: false
        }
    }
}
