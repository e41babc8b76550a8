extension DateReader {
    /// When a holiday is.
    private enum Holiday: Sendable {
        /// Month and day of month.
        case date(Int, Int)
        /// The `place`th weekday of a month, from 1; `nil`: the last.
        case counted(Int?, Weekday, month: Int)
    }

    private static let holidays: PhraseIndex<Holiday> = [
        "christmas": .date(12, 25), "christmas day": .date(12, 25), "christmas eve": .date(12, 24),
        "new year's": .date(1, 1), "new year's day": .date(1, 1), "new year's eve": .date(12, 31),
        "new years": .date(1, 1), "new years day": .date(1, 1), "new years eve": .date(12, 31),
        "valentine's day": .date(2, 14), "independence day": .date(7, 4), "halloween": .date(10, 31),
        "veterans day": .date(11, 11), "memorial day": .counted(nil, .monday, month: 5),
        "labor day": .counted(1, .monday, month: 9), "thanksgiving": .counted(4, .thursday, month: 11),
        "thanksgiving day": .counted(4, .thursday, month: 11),
    ]
    /// The words that those begin with.
    static let holidayWords: Set<String> = [
        "christmas", "new", "valentine's", "independence", "halloween", "veterans", "memorial", "labor", "thanksgiving",
    ]
    /// Around the name of a holiday: no day is wished for.
    private static let greetings: Set<String> = ["merry", "happy"]
    private static let matters: Set<String> = ["hours", "sale", "sales", "special", "specials", "deal", "deals"]

    /// "thanksgiving", "on christmas eve": the next one.
    func holiday(_ words: [String], _ start: Int) -> Found? {
        guard let found = Self.holidays.longest(in: words, words.indices, at: start), let holiday = found.value.first,
            !Self.greetings.contains(words.at(start - 1)), !Self.matters.contains(words.at(found.range.upperBound))
        else { return nil }
        let day = [today.year, today.year + 1].lazy.compactMap { Self.day(of: holiday, $0) }.first { $0 >= today }
        return day.map { Found(value: [$0], range: found.range) }
    }

    private static func day(of holiday: Holiday, _ year: Int) -> Day? {
        switch holiday {
        case .date(let month, let day): return Day(year: year, month: month, day: day)
        case .counted(let place, let weekday, let month):
            guard let first = Day(year: year, month: month, day: 1) else { return nil }
            let ahead = (weekday.rawValue - first.weekday.rawValue + 7) % 7
            let days = stride(from: ahead, to: 31, by: 7).map(first.adding(days:)).filter { $0.month == month }
            guard let place else { return days.last }
            return days.indices.contains(place - 1) ? days[place - 1] : nil
        }
    }

    /// "the day after christmas", "the day before the fourth of july".
    func neighbour(_ words: [String], _ start: Int) -> Found? {
        let index = words.at(start) == "the" ? start + 1 : start
        guard words.at(index) == "day", !Self.vague.contains(words.at(start - 1)),
            let step = ["after": 1, "before": -1][words.at(index + 1)], index + 2 < words.count,
            words.at(index + 2) != "day", words.at(index + 3) != "day",
            let next = read(words, index + 2), next.value.count == 1
        else { return nil }
        return Found(value: [next.value[0].adding(days: step)], range: start..<next.range.upperBound)
    }

    /// "Any day after tuesday" names no day.
    private static let vague: Set<String> = ["any", "a", "every", "each", "some", "another"]
}
