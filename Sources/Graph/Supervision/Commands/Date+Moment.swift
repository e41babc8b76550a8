package import FoundationEssentials

extension Date {
    /// Reads RFC 3339, with or without fractions of a second.
    static func reading(_ moment: String) -> Self? {
        let whole = ISO8601FormatStyle()
        let fractions = ISO8601FormatStyle(includingFractionalSeconds: true)
        return (try? fractions.parse(moment)) ?? (try? whole.parse(moment))
    }

    /// RFC 3339 in UTC with milliseconds.
    package var moment: String {
        // Half a millisecond more, because the style cuts off what comes after the third digit.
        addingTimeInterval(0.000_5).formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
