package import FoundationEssentials

/// A point in time as the clock on the wall of the house shows it.
package struct LocalTime: Hashable, Comparable, Sendable, Codable {
    package let day: Day
    package let time: TimeOfDay

    package init(day: Day, time: TimeOfDay) {
        self.day = day
        self.time = time
    }

    package static func < (left: LocalTime, right: LocalTime) -> Bool {
        (left.day, left.time) < (right.day, right.time)
    }

    package init(_ date: Date, in zone: TimeZone) {
        let seconds = Int(date.timeIntervalSince1970.rounded(.down)) + zone.secondsFromGMT(for: date)
        let number = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        day = Day(number: number)
        guard let time = TimeOfDay(minutes: (seconds - number * 86_400) / 60) else {
            preconditionFailure("the rest of a division by a day lies within a day")
        }
        self.time = time
    }
}
