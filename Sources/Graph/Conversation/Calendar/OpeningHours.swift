/// When the house is open: hours by weekday, and the days on which they do not hold.
package struct OpeningHours: Hashable, Sendable, Codable {
    /// From opening to closing on one day.
    package struct Span: Hashable, Sendable, Codable {
        package let open: TimeOfDay
        package let close: TimeOfDay

        package init(_ open: TimeOfDay, _ close: TimeOfDay) {
            self.open = open
            self.close = close
        }
    }

    /// A day with hours of its own.
    package struct Exception: Hashable, Sendable, Codable {
        /// What callers are told, such as `Memorial Day`.
        package let reason: String
        /// `nil`: closed all day.
        package let span: Span?

        package init(_ reason: String, _ span: Span? = nil) {
            self.reason = reason
            self.span = span
        }
    }

    private let spans: [Weekday: Span]
    package let exceptions: [Day: Exception]

    /// Weekdays that are missing are closed.
    package init(_ spans: [Weekday: Span], except exceptions: [Day: Exception] = [:]) {
        self.spans = spans
        self.exceptions = exceptions
    }

    /// The usual hours; `nil` on a weekday the house is closed.
    package subscript(weekday: Weekday) -> Span? { spans[weekday] }

    /// The hours of one day, holidays included; `nil` when the house is closed.
    package func span(on day: Day) -> Span? {
        if let exception = exceptions[day] { return exception.span }
        return spans[day.weekday]
    }

    /// Every `step` minutes at which something of `duration` minutes can start and be done before closing.
    package func starts(on day: Day, duration: Int, step: Int = 30) -> [TimeOfDay] {
        guard let span = span(on: day) else { return [] }
        return stride(from: span.open.minutes, through: span.close.minutes - max(duration, 1), by: step)
            .compactMap(TimeOfDay.init(minutes:))
    }
}
