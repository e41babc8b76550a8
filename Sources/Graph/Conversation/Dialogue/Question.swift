/// What the agent asked and waits to hear.
package enum Question: String, Hashable, Sendable, CaseIterable {
    case service, vehicle, date, time, name, phone
    /// Is the booking right as it was read back?
    case confirmation
    /// What should be changed about the booking?
    case correction
    case anythingElse = "anything_else"
    /// Shall a colleague be asked?
    case escalationOffer = "escalation_offer"

    /// The recogniser's language model for the answer.
    package var vocabulary: String {
        switch self {
        case .service: "service"
        case .vehicle: "vehicle"
        case .date: "date"
        case .time: "time"
        case .name: "name"
        case .phone: "phone"
        case .confirmation, .escalationOffer: "yes_no"
        case .correction, .anythingElse: "open"
        }
    }

    /// Whether yes or no answers it.
    package var isYesNo: Bool {
        self == .confirmation || self == .anythingElse || self == .escalationOffer
    }

    /// Whether it belongs to a booking.
    package var isBooking: Bool {
        self != .anythingElse && self != .escalationOffer
    }
}
