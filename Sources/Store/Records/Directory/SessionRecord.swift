package import Conversation
package import Supervision

/// A session as lists, archives and rights know it.
package struct SessionRecord: Hashable, Sendable {
    package var summary: SessionSummary
    package var ownership: Ownership
    /// `ai`, `held`, `human` or `muted`.
    package var mode: String
    package var title: String?
    package var tags: [String]
    /// The newest number of its log that was seen.
    package var lastSequence: Int

    package init(
        _ summary: SessionSummary, ownership: Ownership = Ownership(), mode: String = ControlMode.agent.name,
        title: String? = nil, tags: [String] = [], lastSequence: Int = 0
    ) {
        self.summary = summary
        self.ownership = ownership
        self.mode = mode
        self.title = title
        self.tags = tags
        self.lastSequence = lastSequence
    }
}
