/// Words that are said because of a command.
package struct ControlSpeech: Hashable, Sendable, Codable {
    /// From the most urgent to the least (control API §10.4). Replies, fillers and idle prompts are the dialogue's own.
    package enum Priority: Int, Hashable, Sendable, Codable, Comparable {
        case farewell, supervisor, excuse, interrupt, handoff, reply

        package static func < (one: Priority, other: Priority) -> Bool { one.rawValue < other.rawValue }
    }

    /// Unique within the session; `spoken` names it.
    package let id: String
    package let text: String
    package let priority: Priority
    package let isInterruptible: Bool
    package let endsCall: Bool
    /// Said only when nobody speaks and nothing is awaited.
    package let waitsForQuiet: Bool
    /// What is being said is cut off at the next frame; else it comes to the end of its sentence, or waits its turn.
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
