package import Conversation
package import FoundationEssentials

extension Domain {
    /// The name on the sign.
    package static let dealershipName = "Riverside Motors"

    /// The dealership of document 004: open Monday to Friday 8–18 and Saturday 9–16.
    package static func dealership(timeZone: TimeZone) -> Domain {
        Domain(
            name: dealershipName, timeZone: timeZone, openingHours: .dealership,
            services: SeedData.dealershipServiceNames,
            models: SeedData.dealershipModelNames, phrases: EnglishPhrases())
    }
}

extension OpeningHours {
    package static let dealership: OpeningHours = {
        guard let eight = TimeOfDay(hour: 8), let nine = TimeOfDay(hour: 9), let four = TimeOfDay(hour: 16),
            let six = TimeOfDay(hour: 18)
        else { preconditionFailure("these hours are on every clock") }
        var spans: [Weekday: Span] = [.saturday: Span(nine, four)]
        for weekday in Weekday.allCases.prefix(5) { spans[weekday] = Span(eight, six) }
        return OpeningHours(spans)
    }()
}
