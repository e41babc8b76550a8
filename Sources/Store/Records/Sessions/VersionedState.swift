package import Conversation

/// A session's state with the number of the write it comes from.
package struct VersionedState: Hashable, Sendable {
    package let state: ConversationState
    /// Counts the writes of the session; 0 for one that somebody else wrote without counting.
    package let version: Int

    package init(state: ConversationState, version: Int) {
        self.state = state
        self.version = version
    }
}
