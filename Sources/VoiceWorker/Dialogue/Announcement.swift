/// Something that the agent is to say on its own account: a colleague is free, a part has arrived.
package struct Announcement: Hashable, Sendable {
    package enum Priority: String, Hashable, Sendable, CaseIterable {
        /// Said at once: the agent interrupts itself, but lets the caller finish.
        case interrupt
        /// Said at the next pause, when no answer is awaited.
        case high
        /// Said when nobody has spoken for `TurnTaking.quietBeforeNews`.
        case medium, low
    }

    package var id: String
    package var text: String
    package var priority: Priority

    package init(id: String, text: String, priority: Priority) {
        self.id = id
        self.text = text
        self.priority = priority
    }
}
