import Conversation

extension ClauseCheck {
    /// Whether a day was spoken of.
    func isKnown(_ day: Day) -> Bool {
        let caller = evidence.caller
        let ahead = day.number - evidence.today.number
        if evidence.days.contains(day) || book.hours.exceptions[day] != nil || ahead == book.horizon { return true }
        if ahead == 0, caller.words.contains("today") || caller.words.contains("tonight") { return true }
        if (1...2).contains(ahead), caller.words.contains("tomorrow") { return true }
        return caller.weekdays.contains(day.weekday) || caller.daysOfMonth.contains(day.dayOfMonth)
    }

    /// The days a date can mean that fit its weekday, those spoken of first.
    private func days(of date: SpokenDate) -> [Day] {
        let days = date.days(near: evidence.today).filter { date.weekday.map { $0 } ?? $0.weekday == $0.weekday }
        return days.filter(isKnown) + days.filter { !isKnown($0) }
    }

    func dateComplaint(_ date: SpokenDate, _ mention: Mention) -> String? {
        let all = date.days(near: evidence.today)
        guard !all.isEmpty else { return "is in no calendar" }
        let fitting = all.filter { day in date.weekday.map { $0 == day.weekday } ?? true }
        guard let first = fitting.first else { return "is another weekday" }
        if clause.has([" passed "]), fitting.contains(where: { (-31..<0).contains($0.number - evidence.today.number) })
        {
            return nil
        }
        if clause.has([" how about "]) {
            return book.hours.span(on: first) == nil ? "is a day the house is closed" : nil
        }
        guard let day = fitting.first(where: isKnown) ?? (isQuoted(date) ? first : nil) else {
            return "is a day nobody spoke of"
        }
        if clause.has([" closed "]), !isNegative, book.hours.span(on: day) != nil {
            return "is a day the house is open"
        }
        if isBooked, !isNegative, !evidence.appointments.contains(where: { $0.day == day }) {
            return "is the day of no appointment"
        }
        return readBackComplaint(day)
    }

    private func isQuoted(_ date: SpokenDate) -> Bool { book.quoted.contains(.date(date)) }

    /// What is read back must be what is kept.
    private func readBackComplaint(_ day: Day) -> String? {
        guard isReadBack, let kept = evidence.slots.preferredDate.flatMap({ Day($0) }), kept != day else { return nil }
        return "is not the day that is kept"
    }

    func weekdayComplaint(_ weekday: Weekday, _ mention: Mention) -> String? {
        let isPlural = clause.words[mention.words].contains { $0.lower.hasSuffix("s") && $0.lower.hasSuffix("days") }
        let days = evidence.days.filter { $0.weekday == weekday }
        if clause.has([" closed "]), !isNegative {
            if book.hours[weekday] == nil { return nil }
            let isOnce = !isPlural && days.contains { book.hours.span(on: $0) == nil }
            return isOnce ? nil : "is a weekday the house is open"
        }
        if clause.has([" open ", " opens ", " hours "]), !isNegative {
            let isOpen = book.hours[weekday] != nil || days.contains { book.hours.span(on: $0) != nil }
            return isOpen ? nil : "is a weekday the house is closed"
        }
        let isKnown = !days.isEmpty || evidence.caller.weekdays.contains(weekday)
        return isKnown || callerCounts(weekday) ? nil : "is a weekday nobody spoke of"
    }

    /// Whether the caller's `today` or `tomorrow` is that weekday.
    private func callerCounts(_ weekday: Weekday) -> Bool {
        (0...2).contains {
            isKnown(evidence.today.adding(days: $0)) && evidence.today.adding(days: $0).weekday == weekday
        }
    }

    /// The day that a time belongs to: the last one before it, else the only one in the clause.
    func day(of mention: Mention) -> (day: Day?, weekday: Weekday?) {
        let found = mentions.compactMap { other -> (Mention, Day?, Weekday?)? in
            switch other.kind {
            case .date(let date): (other, days(of: date).first, nil)
            case .weekday(let weekday): (other, nil, weekday)
            case .tomorrow: (other, evidence.today.adding(days: 1), nil)
            default: nil
            }
        }
        let before = found.last { $0.0.words.upperBound <= mention.words.lowerBound }
        let chosen = before ?? (found.count == 1 ? found.first : nil)
        return (chosen?.1, chosen?.2)
    }
}
