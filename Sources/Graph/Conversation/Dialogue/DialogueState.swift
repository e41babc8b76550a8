/// The state the graph runs on: document 004's state, what the dialogue remembers, and the turn at hand.
package struct DialogueState: Hashable, Sendable, Codable {
    package var conversation: ConversationState
    package var memory: DialogueMemory
    package var turn = TurnDraft()

    package init(conversation: ConversationState, memory: DialogueMemory) {
        self.conversation = conversation
        self.memory = memory
    }

    /// The recogniser's language model for what the caller says next.
    package var vocabulary: String { memory.question?.vocabulary ?? "open" }
}
