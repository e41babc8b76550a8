/// What the agent asked and waits to hear.
package enum Question: String, Hashable, Sendable, CaseIterable, Codable {
    case service, vehicle, date, time, name, phone, email
    /// Which of several meanings did you have in mind?
    case choice
    /// Under which number was it booked?
    case lookup
    /// Which of your appointments?
    case appointment
    /// Shall it really be cancelled?
    case cancellation
    /// Is the move right as it was read back?
    case move
    /// Is the booking right as it was read back?
    case confirmation
    /// What should be changed about the booking?
    case correction
    case anythingElse = "anything_else"
    /// Shall a colleague be asked?
    case escalationOffer = "escalation_offer"
    /// The caller wants to go: shall the booking be finished first?
    case resume

    /// The recogniser's language model for the answer.
    package var vocabulary: String {
        switch self {
        case .service: "service"
        case .vehicle: "vehicle"
        case .date: "date"
        case .time: "time"
        case .name: "name"
        case .phone: "phone"
        case .lookup: "phone"
        case .confirmation, .escalationOffer, .cancellation, .move, .resume: "yes_no"
        case .correction, .anythingElse, .email, .choice, .appointment: "open"
        }
    }

    /// Whether yes or no answers it.
    package var isYesNo: Bool {
        switch self {
        case .confirmation, .anythingElse, .escalationOffer, .cancellation, .move, .resume: true
        default: false
        }
    }

    /// Whether it belongs to a booking.
    package var isBooking: Bool {
        self != .anythingElse && self != .escalationOffer && self != .resume
    }
}
