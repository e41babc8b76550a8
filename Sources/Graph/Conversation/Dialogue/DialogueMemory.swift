package import Document

/// What the graph remembers between turns besides document 004's state.
package struct DialogueMemory: Hashable, Sendable {
    /// What the caller was asked last.
    package var question: Question?
    /// What was said last, without notifications: what "repeat that" repeats.
    package var lastReply: String?
    /// How the caller wants to be spoken to.
    package var pace = Pace.normal
    /// Whether notifications are spoken at once (voice) or with the next reply (chat).
    package var speaksAtOnce: Bool
    /// How many notifications were made.
    package var notifications = 0

    // Patience

    /// How often the pending question was answered with something else.
    package var misses = 0
    /// How often in a row nothing was understood.
    package var puzzles = 0
    /// How often the caller was rude.
    package var insults = 0
    /// How often the talk was led back to the errand.
    package var bridges = 0
    /// Whether the caller was told that what was begun is not booked yet.
    package var isReminded = false

    // The errand

    package var errand: Errand?
    /// Whether a booking waits for another errand to be over.
    package var hasSuspendedBooking = false
    /// Bookings begun in this session: part of the tool-call id.
    package var bookings = 0
    /// Cancellations and moves begun in this session: part of the tool-call id.
    package var changes = 0
    /// Services that were named in the same breath and are booked afterwards; at most four.
    package var otherServices: [String] = []
    /// The meanings the caller was asked to choose from.
    package var choice: Choice?
    /// The car that is looked for, until it is one that is in stock.
    package var carWish: VehicleMention?
    /// The car that the service is for.
    package var vehicle: Vehicle?
    /// Whether the caller wants the soonest opening.
    package var wantsEarliest = false
    /// A range of times to choose from, such as the morning.
    package var wish: TimeMention?
    /// The day proposed last.
    package var suggestedDay: Day?
    /// The times offered last, in the order they were offered.
    package var offered: [OpenSlot] = []
    /// The subject, day and time that were free when last looked up.
    package var checkedSlot: String?
    /// The model that was in stock when last looked up.
    package var checkedModel: String?
    /// The phone number whose customer was looked up.
    package var checkedPhone: String?
    /// What was said of the appointment that is looked for.
    package var hint = AppointmentHint()
    /// The caller's appointments to choose from; at most eight.
    package var appointments: [Appointment] = []
    /// The appointment to be cancelled or moved.
    package var appointment: Appointment?

    /// Changes that wait for a person; at most eight.
    package var approvals: [PendingApproval] = []

    // Supervision

    /// What supervisors told the agent and still holds; at most `Guidance.capacity`.
    package var guidance: [Guidance] = []
    /// The commands that were carried out in the conversation, newest last: none is carried out twice. At most 32.
    package var commands: [String] = []
    /// Where the next turn goes, whatever the caller says.
    package var route: TurnDraft.Branch?

    /// Keys this version does not know, kept so that a round trip loses nothing.
    package var unknown: [String: JSON] = [:]

    package init(speaksAtOnce: Bool) {
        self.speaksAtOnce = speaksAtOnce
    }

    /// Whether something is under way that the talk leads back to.
    package var isBooking: Bool { errand != nil }
}
