/// A rough time of day, as callers name it.
package enum DayPart: String, Hashable, Sendable, CaseIterable, Codable {
    case morning, afternoon, evening

    /// The times that belong to it.
    package func contains(_ time: TimeOfDay) -> Bool {
        switch self {
        case .morning: time.hour < 12
        case .afternoon: (12..<18).contains(time.hour)
        case .evening: time.hour >= 17
        }
    }
}
