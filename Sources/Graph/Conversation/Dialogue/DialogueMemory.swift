/// What the graph remembers between turns besides document 004's state.
package struct DialogueMemory: Hashable, Sendable, Codable {
    /// What the caller was asked last.
    package var question: Question?
    /// What was said last, without notifications: what "repeat that" repeats.
    package var lastReply: String?
    /// Whether a booking is under way.
    package var isBooking = false
    /// How often the pending question was answered with something else.
    package var misses = 0
    /// How often in a row nothing was understood.
    package var puzzles = 0
    /// A range of times to choose from, such as the morning.
    package var wish: TimeMention?
    /// The times offered last.
    package var offered: [TimeOfDay] = []
    /// The subject, day and time that were free when last looked up.
    package var checkedSlot: String?
    /// The model that was in stock when last looked up.
    package var checkedModel: String?
    /// The phone number whose customer was looked up.
    package var checkedPhone: String?
    /// Bookings begun in this session: part of the tool-call id.
    package var bookings = 0
    /// How many notifications were made.
    package var notifications = 0
    /// Whether notifications are spoken at once (voice) or with the next reply (chat).
    package var speaksAtOnce: Bool

    package init(speaksAtOnce: Bool) {
        self.speaksAtOnce = speaksAtOnce
    }
}
