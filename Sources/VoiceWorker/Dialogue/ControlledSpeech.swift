/// Words that people want said in the agent's voice.
package struct ControlledSpeech: Hashable, Sendable {
    /// From the most urgent to the least (control API §10.4).
    package enum Priority: Int, Hashable, Sendable, CaseIterable {
        case farewell, supervisor, excuse, interrupt, handoff, reply
    }

    /// Unique within the call; the same one again changes nothing while it is known.
    package let id: String
    package let text: String
    package let priority: Priority
    package let isInterruptible: Bool
    /// The call ends once this was heard.
    package let endsCall: Bool
    /// Said only when nobody speaks and nothing is awaited.
    package let waitsForQuiet: Bool
    /// Cuts off what is less urgent at the next frame, for good; without it, at the end of its sentence and for a while.
    package let isImmediate: Bool
    /// Belongs to the conversation's history.
    package let isMemorable: Bool

    package init(
        id: String, text: String, priority: Priority, isInterruptible: Bool = true, endsCall: Bool = false,
        waitsForQuiet: Bool = false, isImmediate: Bool = false, isMemorable: Bool = true
    ) {
        self.id = id
        self.text = text
        self.priority = priority
        self.isInterruptible = isInterruptible
        self.endsCall = endsCall
        self.waitsForQuiet = waitsForQuiet
        self.isImmediate = isImmediate
        self.isMemorable = isMemorable
    }
}
