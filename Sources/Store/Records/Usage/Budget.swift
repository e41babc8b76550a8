package import FoundationEssentials

/// How much may be spent in a period, in millionths of the currency.
package struct Budget: Hashable, Sendable {
    /// By the calendar, in UTC.
    package enum Period: String, Hashable, Sendable, CaseIterable {
        case day, month

        /// When the period around a moment began.
        package func start(of now: Date) -> Date {
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = .gmt
            let parts = calendar.dateComponents(self == .day ? [.year, .month, .day] : [.year, .month], from: now)
            return calendar.date(from: parts) ?? now
        }
    }

    /// Which limits were reached.
    package enum Level: String, Hashable, Sendable, CaseIterable, Comparable {
        case free, soft, hard

        package static func < (left: Level, right: Level) -> Bool {
            guard left != right else { return false }
            return left == .free || right == .hard
        }
    }

    package var period: Period
    /// From here on the cheapest engines come first; `nil`: there is no such limit.
    package var soft: Int?
    /// From here on nothing is begun, and what goes on uses only what costs nothing; `nil`: there is no such limit.
    package var hard: Int?

    package init(_ period: Period, soft: Int? = nil, hard: Int? = nil) {
        self.period = period
        self.soft = soft
        self.hard = hard
    }

    package func level(at spent: Int) -> Level {
        if let hard, spent >= hard { return .hard }
        if let soft, spent >= soft { return .soft }
        return .free
    }
}
