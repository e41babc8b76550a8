/// When the house is open.
package struct OpeningHours: Hashable, Sendable {
    /// From opening to closing on one day.
    package struct Span: Hashable, Sendable {
        package let open: TimeOfDay
        package let close: TimeOfDay

        package init(_ open: TimeOfDay, _ close: TimeOfDay) {
            self.open = open
            self.close = close
        }
    }

    private let spans: [Weekday: Span]

    /// Days that are missing are closed.
    package init(_ spans: [Weekday: Span]) {
        self.spans = spans
    }

    /// `nil` on a day the house is closed.
    package subscript(weekday: Weekday) -> Span? { spans[weekday] }

    /// Every `step` minutes at which something of `duration` minutes can start and be done before closing.
    package func starts(on weekday: Weekday, duration: Int, step: Int = 30) -> [TimeOfDay] {
        guard let span = spans[weekday] else { return [] }
        return stride(from: span.open.minutes, through: span.close.minutes - max(duration, 1), by: step)
            .compactMap(TimeOfDay.init(minutes:))
    }
}
