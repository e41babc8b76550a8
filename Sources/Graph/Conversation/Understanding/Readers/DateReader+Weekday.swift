extension DateReader {
    /// "next tuesday", "tuesday week", "tuesday the twelfth", "last friday".
    func named(_ words: [String], _ start: Int) -> Found? {
        if let reading = laterWeekday(words, start) { return reading }
        var index = start
        var lead = words[index]
        if lead == "the", Self.leads.contains(words.at(index + 1)) {
            index += 1
            lead = words[index]
        }
        if lead == "this", words.at(index + 1) == "coming" || words.at(index + 1) == "next" { index += 1 }
        let isLed = Self.leads.contains(lead)
        if isLed { index += 1 }
        guard let weekday = CalendarWords.weekday(words.at(index)) else { return nil }
        var reading = Found(value: days(weekday, after: isLed ? lead : ""), range: start..<(index + 1))
        extend(&reading, weekday, words)
        return reading
    }

    private static let leads: Set<String> = ["next", "this", "last", "coming", "following"]

    private func days(_ weekday: Weekday, after lead: String) -> [Day] {
        let next = coming(weekday, includingToday: false)
        switch lead {
        case "last": return [next.adding(days: -7)]
        case "this": return [coming(weekday, includingToday: true)]
        case "next": return followingWeek(weekday)
        default: return [next]
        }
    }

    /// The days that "next" can name: where the week begins matters on a Sunday and of a Sunday.
    private func followingWeek(_ weekday: Weekday) -> [Day] {
        let isSundayBetween = (today.weekday == .sunday) != (weekday == .sunday)
        guard isSundayBetween else { return [inWeek(1, weekday)] }
        let fromMonday = inWeek(1, weekday)
        let fromSunday = fromMonday.adding(days: today.weekday == .sunday ? 7 : -7)
        return [min(fromMonday, fromSunday), max(fromMonday, fromSunday)]
    }

    /// What follows a weekday and says which one, or repeats it as a date.
    private func extend(_ reading: inout Found, _ weekday: Weekday, _ words: [String]) {
        let end = reading.range.upperBound
        if end < words.count, let week = Self.weeks.longest(in: words, words.indices, at: end),
            let count = week.value.first
        {
            reading.value = [inWeek(count, weekday)]
            reading.range = reading.range.lowerBound..<week.range.upperBound
        } else if words.at(end) == "week" {
            reading.value = [coming(weekday, includingToday: false).adding(days: 7)]
            reading.range = reading.range.lowerBound..<(end + 1)
        } else if let date = calendar(words, end) ?? ordinalAlone(words, end) ?? typed(words, end) {
            // The name and the date are one day, or the caller has to say which is meant.
            let later = date.value.first.map { $0.weekday == weekday ? [$0] : [reading.value[0], $0] }
            reading.value = later ?? reading.value
            reading.range = reading.range.lowerBound..<date.range.upperBound
        }
    }

    /// Weeks that are named behind a weekday, counted from this one.
    private static let weeks: PhraseIndex<Int> = [
        "week after next": 2, "the week after next": 2, "of next week": 1, "next week": 1, "in two weeks": 2,
        "of this week": 0, "this week": 0,
    ]

    /// What comes before a weekday and how many weeks it adds: after the next such day, or to this calendar week.
    private static let later: PhraseIndex<(weeks: Int, isCalendarWeek: Bool)> = [
        "a week on": (1, false), "week on": (1, false), "a week from": (1, false), "week from": (1, false),
        "a fortnight on": (2, false), "a fortnight from": (2, false), "the week after next": (2, true),
        "week after next": (2, true), "next week": (1, true), "later this week": (0, true), "this week": (0, true),
        "a week": (1, false),
    ]

    private static let limits: Set<String> = ["after", "before", "any", "not"]

    /// "a week on tuesday", "a fortnight on friday", "next week on tuesday", "the week after next on monday".
    private func laterWeekday(_ words: [String], _ start: Int) -> Found? {
        guard let found = Self.later.longest(in: words, words.indices, at: start), let lead = found.value.first else {
            return nil
        }
        let after = found.range.upperBound
        let reach = after..<max(after, min(after + (lead.isCalendarWeek ? 4 : 1), words.count))
        guard !reach.isEmpty, let place = reach.first(where: { CalendarWords.weekday(words[$0]) != nil }),
            let weekday = CalendarWords.weekday(words[place]),
            !words[after..<place].contains(where: Self.limits.contains)
        else { return nil }
        let next = coming(weekday, includingToday: false)
        let day = lead.isCalendarWeek ? inWeek(lead.weeks, weekday) : next.adding(days: 7 * lead.weeks)
        return Found(value: [day], range: start..<(place + 1))
    }

    /// "the first monday in june", "the last friday of the month".
    func nthWeekday(_ words: [String], _ start: Int) -> Found? {
        let index = words[start] == "the" ? start + 1 : start
        let isLast = words.at(index) == "last"
        guard isLast || NumberWords.ordinal(words, index)?.length == 1,
            let weekday = CalendarWords.weekday(words.at(index + 1)), ["in", "of"].contains(words.at(index + 2)),
            let (year, month, length) = month(words, index + 3)
        else { return nil }
        let count = isLast ? 5 : NumberWords.ordinal(words, index)?.value ?? 1
        let range = start..<(index + 3 + length)
        guard let first = Day(year: year, month: month, day: 1) else { return nil }
        let ahead = (weekday.rawValue - first.weekday.rawValue + 7) % 7
        var day = first.adding(days: ahead + 7 * (count - 1))
        if isLast, day.month != month { day = day.adding(days: -7) }
        return day.month == month ? Found(value: [day], range: range) : nil
    }

    /// The next such day. On the day itself that is today or a week from today.
    func coming(_ weekday: Weekday, includingToday: Bool) -> Day {
        let ahead = (weekday.rawValue - today.weekday.rawValue + 7) % 7
        return today.adding(days: ahead == 0 && !includingToday ? 7 : ahead)
    }

    /// The day in the calendar week that begins `weeks` Mondays from now.
    func inWeek(_ weeks: Int, _ weekday: Weekday) -> Day {
        today.adding(days: weekday.rawValue - today.weekday.rawValue + 7 * weeks)
    }
}
