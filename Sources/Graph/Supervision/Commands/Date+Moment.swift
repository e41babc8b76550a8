import FoundationEssentials

extension Date {
    /// Reads RFC 3339, with or without fractions of a second.
    init?(moment text: String) {
        let whole = Date.ISO8601FormatStyle()
        let fractions = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        guard let date = (try? fractions.parse(text)) ?? (try? whole.parse(text)) else { return nil }
        self = date
    }

    /// RFC 3339 in UTC with milliseconds.
    var moment: String {
        // Half a millisecond more, because the style cuts off what comes after the third digit.
        addingTimeInterval(0.000_5).formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
