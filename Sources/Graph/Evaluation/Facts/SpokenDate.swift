import Conversation

/// A day as it is said: `Tuesday, May 5th`, `the 5th`, `May 5th, 2027`.
struct SpokenDate: Hashable, Sendable {
    var weekday: Weekday?
    /// 1…12.
    var month: Int?
    var dayOfMonth: Int
    var year: Int?

    static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// Every day it can mean from a month ago to eleven months ahead, nearest to come first. The weekday is not looked at.
    func days(near today: Day) -> [Day] {
        if let year, let month { return [Day(year: year, month: month, day: dayOfMonth)].compactMap { $0 } }
        let days = (Array(0...334) + (-31...(-1)).reversed()).map { today.adding(days: $0) }
        return days.filter { $0.dayOfMonth == dayOfMonth && (month == nil || $0.month == month) }
    }
}
