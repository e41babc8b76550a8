/// Appointments from before a play: `Oil Change 2026-05-05 09:00 ×4`.
package struct EarlierBooking: Hashable, Sendable {
    /// What is missing of name and number is made up.
    package let pattern: AppointmentPattern
    /// So many of the same, each for another stranger.
    package let count: Int

    package init(_ pattern: AppointmentPattern, count: Int = 1) {
        self.pattern = pattern
        self.count = count
    }
}
