package import Conversation

/// How things stand when a play begins.
package struct PlaySetting: Hashable, Sendable {
    /// On the clock of the business.
    package var clock: LocalTime = PlaySetting.monday
    /// An identifier of the time zone database; `nil` for the zone of the business.
    package var zone: String?
    /// Appointments from before, in the order they are made.
    package var booked: [PlayLine<EarlierBooking>] = []
    /// Days with no time left.
    package var full: [PlayLine<Day>] = []

    package init() {}

    /// 2026-05-04, 10:00.
    private static let monday: LocalTime = {
        guard let day = Day(year: 2026, month: 5, day: 4), let time = TimeOfDay(hour: 10) else {
            preconditionFailure("this Monday is in every calendar")
        }
        return LocalTime(day: day, time: time)
    }()
}
