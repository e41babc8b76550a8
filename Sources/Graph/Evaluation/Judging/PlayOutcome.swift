package import Conversation

/// What a performance left behind.
package struct PlayOutcome: Hashable, Sendable {
    package var turns: [PlayTurn] = []
    /// The appointments before the caller called, by id.
    package var before: [BookedAppointment] = []
    /// The appointments in the end, by id, without those that others made meanwhile.
    package var after: [BookedAppointment] = []
    package var intent: String?
    package var slots = BookingSlots()
    package var isEscalated = false
    package var isEnded = false

    package init() {}

    /// How often the caller said something.
    package var callerTurns: Int { turns.count { $0.said != nil } }

    /// Those that were not there before.
    var new: [BookedAppointment] {
        let known = Set(before.map(\.id))
        return after.filter { !known.contains($0.id) && !$0.isCancelled }
    }
}
