/// A search for openings, day after day.
package struct OpeningSearch: Hashable, Sendable, Codable {
    /// The day that is looked at.
    package var day: Day
    /// How many days are still to be looked at after it.
    package var daysLeft: Int
    /// Whether the soonest openings are wanted, whatever the day.
    package let isEarliest: Bool

    package init(from day: Day, days: Int, isEarliest: Bool) {
        self.day = day
        daysLeft = days
        self.isEarliest = isEarliest
    }
}
