import Foundation
import Supervision

extension Date {
    /// RFC 3339 in UTC with milliseconds.
    var timestamp: String { moment }

    /// Reads RFC 3339, with or without fractions of a second.
    init?(timestamp text: String) {
        let whole = Date.ISO8601FormatStyle()
        let fractions = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        guard let date = (try? fractions.parse(text)) ?? (try? whole.parse(text)) else { return nil }
        self = date
    }
}
