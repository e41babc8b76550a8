import Conversation
import Document

extension PackDraft {
    /// For which years yearly holidays are reckoned.
    static let years = 2020...2079

    func hours(of business: PackEntry<BusinessRecord>, _ problems: inout DocumentProblems) -> OpeningHours {
        let source = business.source["hours"]
        var spans: [Weekday: OpeningHours.Span] = [:]
        for weekday in Weekday.allCases {
            spans[weekday] = Self.span(source[weekday.name], &problems)
        }
        if source.entries.allSatisfy({ $0.value.string == "closed" }) {
            problems.report("leaves no day on which the house is open", at: source)
        }
        var exceptions: [Day: OpeningHours.Exception] = [:]
        for holiday in business.source["holidays"].elements {
            let exception = OpeningHours.Exception(
                holiday["reason"].string ?? "", Self.span(holiday["hours"], &problems))
            for day in Self.days(of: holiday, &problems) {
                if let other = exceptions.updateValue(exception, forKey: day) {
                    problems.report("falls on \(day), which is \(other.reason) already", at: holiday)
                    break
                }
            }
        }
        return OpeningHours(spans, except: exceptions)
    }

    private static func days(of holiday: DocumentValue, _ problems: inout DocumentProblems) -> [Day] {
        switch (holiday["date"].string, holiday["every"].string) {
        case (let date?, nil):
            if let day = Day(date) { return HolidayRule.once(day).days(in: years) }
            problems.report("is no day of the calendar", at: holiday["date"])
        case (nil, let every?):
            if let rule = HolidayRule(every: every) { return rule.days(in: years) }
            problems.report(
                "must be a month and day such as 12-25, or a weekday of a month such as last monday of may, "
                    + "not \(every.quotedBriefly)", at: holiday["every"])
        default: problems.report("needs either a date or every, and not both", at: holiday)
        }
        return []
    }

    /// `nil` for `closed` or nothing.
    private static func span(_ value: DocumentValue, _ problems: inout DocumentProblems) -> OpeningHours.Span? {
        guard let text = value.string, text != "closed" else { return nil }
        let times = text.split(separator: "-").map { TimeOfDay(String($0)) }
        guard times.count == 2, let open = times[0], let close = times[1], open < close else {
            problems.report("must open before it closes, and on times of the clock", at: value)
            return nil
        }
        return OpeningHours.Span(open, close)
    }
}

extension BusinessRecord.Employed {
    var resource: Resource {
        Resource(name: name, skills: skills, weekdays: (weekdays ?? []).compactMap { Weekday(name: $0) })
    }
}
