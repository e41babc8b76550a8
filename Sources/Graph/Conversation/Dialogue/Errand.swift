/// What the booking agent is about.
package enum Errand: String, Hashable, Sendable, CaseIterable, Codable {
    /// A new appointment.
    case booking
    /// Telling which appointments the caller has.
    case check
    case cancel
    /// Moving an appointment to another time.
    case move
}
