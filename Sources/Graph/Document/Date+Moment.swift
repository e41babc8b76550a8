package import FoundationEssentials

/// Moments as RFC 3339 writes them.
extension Date {
    /// Reads RFC 3339, with or without fractions of a second.
    package init?(moment text: String) {
        let whole = ISO8601FormatStyle()
        let fractions = ISO8601FormatStyle(includingFractionalSeconds: true)
        guard let date = (try? fractions.parse(text)) ?? (try? whole.parse(text)) else { return nil }
        self = date
    }

    /// In UTC with milliseconds, rounded: `2026-11-22T00:27:26.123Z`.
    package var moment: String {
        let milliseconds = (timeIntervalSince1970 * 1000).rounded()
        // From 1582-10-15, before which Foundation counts by the Julian calendar, to the last year of four digits.
        guard milliseconds >= -12_219_292_800_000, milliseconds < 253_402_300_800_000 else {
            return formatted(ISO8601FormatStyle(includingFractionalSeconds: true))
        }
        let (days, rest) = Int(milliseconds).flooringDivision(by: 86_400_000)
        let (year, month, day) = Self.date(ofDay: days)
        let seconds = rest / 1000
        let parts = [
            (year, 4, "-"), (month, 2, "-"), (day, 2, "T"), (seconds / 3600, 2, ":"), (seconds / 60 % 60, 2, ":"),
            (seconds % 60, 2, "."), (rest % 1000, 3, "Z"),
        ]
        var text = ""
        text.reserveCapacity(24)
        for (number, digits, end) in parts {
            let written = String(number)
            text += String(repeating: "0", count: digits - written.utf8.count) + written + end
        }
        return text
    }

    /// The Gregorian date that many days after 1970-01-01. Years are counted from March, so that a leap day is their last.
    private static func date(ofDay days: Int) -> (year: Int, month: Int, day: Int) {
        // 0000-03-01 is 719 468 days before 1970, and 400 years have 146 097 days.
        let (era, day) = (days + 719_468).flooringDivision(by: 146_097)
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
        let dayOfYear = day - (365 * year + year / 4 - year / 100)
        let month = (5 * dayOfYear + 2) / 153
        let isNextYear = month >= 10
        return (
            era * 400 + year + (isNextYear ? 1 : 0), isNextYear ? month - 9 : month + 3,
            dayOfYear - (153 * month + 2) / 5 + 1
        )
    }
}

extension Int {
    /// The quotient that is not above the exact one, and what is left, which is not negative.
    fileprivate func flooringDivision(by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
