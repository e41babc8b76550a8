/// What must have come of a play.
package enum Expectation: Hashable, Sendable {
    /// There in the end and not cancelled, whether it is new, moved or from before.
    case appointment(AppointmentPattern)
    /// Nothing new, or with a pattern: no such appointment.
    case noAppointment(AppointmentPattern?)
    /// There before, and cancelled now.
    case cancelled(AppointmentPattern)
    /// There before at another time; this is how it stands now.
    case moved(AppointmentPattern)
    /// The wire name of the last intent.
    case intent(String)
    /// A colleague was searched for.
    case escalated
    case noEscalation
    /// The agent ended the call.
    case ended
    case notEnded
    /// A field of `booking_slots` at the end, by its name on the wire.
    case slot(name: String, value: String)
    /// At most so many turns in which the caller says something.
    case turns(Int)
    /// Some reply has it.
    case fact(ReplyCheck)
    /// No reply has it.
    case never(ReplyCheck)
}

extension Expectation: CustomStringConvertible {
    /// As plays write it, without `expect`.
    package var description: String {
        switch self {
        case .appointment(let pattern): "appointment: \(pattern)"
        case .noAppointment(nil): "no appointment"
        case .noAppointment(let pattern?): "no appointment: \(pattern)"
        case .cancelled(let pattern): "cancelled: \(pattern)"
        case .moved(let pattern): "moved: \(pattern)"
        case .intent(let name): "intent: \(name)"
        case .escalated: "escalated"
        case .noEscalation: "not escalated"
        case .ended: "ended"
        case .notEnded: "not ended"
        case .slot(let name, let value): "slot \(name): \(value)"
        case .turns(let count): "turns <= \(count)"
        case .fact(let check): "fact: " + check.description.dropFirst(2)
        case .never(let check): "never: " + check.description.dropFirst(2)
        }
    }
}
