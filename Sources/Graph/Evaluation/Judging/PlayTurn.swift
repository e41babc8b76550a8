package import Conversation

/// One turn of a performance, with what it was based on.
package struct PlayTurn: Hashable, Sendable {
    /// What a tool was asked, and what it answered.
    package struct Call: Hashable, Sendable {
        package let request: ToolRequest
        package let answer: ToolAnswer

        package init(_ request: ToolRequest, _ answer: ToolAnswer) {
            self.request = request
            self.answer = answer
        }
    }

    /// What the caller said; `nil` for the greeting, a silence, or a notification.
    package var said: String?
    package var reply: String
    /// On the clock of the business.
    package var at: LocalTime
    /// The tools that were called in this turn, in order.
    package var calls: [Call] = []
    /// What was known of booking and caller when the reply was made.
    package var slots = BookingSlots()
    package var customer = CustomerContext()
    /// The colleague who was found just now.
    package var colleague: String?

    package init(said: String? = nil, reply: String, at: LocalTime) {
        self.said = said
        self.reply = reply
        self.at = at
    }
}
