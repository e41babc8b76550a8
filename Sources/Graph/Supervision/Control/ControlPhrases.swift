/// What the caller hears because of people behind the agent. A business may have its own.
package struct ControlPhrases: Hashable, Sendable, Codable {
    /// Before the agent waits for a supervisor.
    package var excuse: String
    /// While it waits, one after the other, again from the first after the last. Never empty.
    package var reassurances: [String]
    /// When it goes on after having waited.
    package var resumption: String
    /// Before a person talks in its place.
    package var announcement: String
    /// When it goes on after a person has talked.
    package var bridge: String
    /// While a person is fetched, and when none came yet.
    package var oneMoment: String
    /// While a tool waits for a person's approval, in this order.
    package var fillers: [String]
    package var farewell: String

    package init(
        excuse: String = "Would you excuse me for one moment, please?",
        reassurances: [String] = [
            "Thank you for holding, I will be right with you.", "I am still here, it will only take a moment longer.",
        ],
        resumption: String = "Thank you for waiting.",
        announcement: String = "I am handing you over to a colleague of mine.",
        bridge: String = "This is the assistant again, thank you.",
        oneMoment: String = "One moment, please.",
        fillers: [String] = [
            "One moment, I am checking that for you.", "This needs a quick confirmation, please stay with me.",
            "It takes a little longer than usual, thank you for your patience.",
        ],
        farewell: String = "Thank you for calling. Goodbye."
    ) {
        self.excuse = excuse
        self.reassurances = reassurances
        self.resumption = resumption
        self.announcement = announcement
        self.bridge = bridge
        self.oneMoment = oneMoment
        self.fillers = fillers
        self.farewell = farewell
    }
}
