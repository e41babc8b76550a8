/// Days: "tomorrow", "next tuesday", "a week on monday", "the third of may", "march third", "in two weeks", "the fifteenth".
struct DateReader {
    let today: Day

    func read(_ words: [String]) -> Reading<Day>? {
        interval(words) ?? relative(words) ?? named(words) ?? calendar(words) ?? numeric(words)
    }

    // MARK: Counted from today

    private static let offsets: [(Phrase, Int)] = [
        ("day after tomorrow", 2), ("a week tomorrow", 8), ("tomorrow", 1), ("day before yesterday", -2),
        ("yesterday", -1), ("today", 0), ("tonight", 0), ("this morning", 0), ("this afternoon", 0),
        ("this evening", 0), ("a week today", 7), ("a week from today", 7), ("week from today", 7),
    ]

    private func relative(_ words: [String]) -> Reading<Day>? {
        let wording = Wording(words: words)
        for (phrase, days) in Self.offsets {
            if let range = wording.range(of: phrase) { return Reading(value: today.adding(days: days), range: range) }
        }
        for phrase: Phrase in ["weekend", "week end"] {
            guard let range = wording.range(of: phrase) else { continue }
            let saturday = coming(.saturday, includingToday: true)
            let isNext = range.lowerBound > 0 && words[range.lowerBound - 1] == "next"
            return Reading(value: saturday.adding(days: isNext ? 7 : 0), range: range)
        }
        return nil
    }

    /// "in two weeks", "three days from now".
    private func interval(_ words: [String]) -> Reading<Day>? {
        for (index, word) in words.enumerated() where index > 0 {
            let unit = ["day": 1, "days": 1, "week": 7, "weeks": 7][word]
            let before = words[index - 1]
            let amount = before == "a" ? 1 : NumberWords.single(before) ?? Int(before)
            guard let unit, let amount, amount > 0, amount < 60 else { continue }
            let isAfter = Wording(words: Array(words[(index + 1)...])).starts(with: ["from now", "from today"])
            guard isAfter || (index > 1 && words[index - 2] == "in") else { continue }
            return Reading(value: today.adding(days: unit * amount), range: (index - 1)..<(index + 1))
        }
        return nil
    }

    // MARK: Days of the week

    private func named(_ words: [String]) -> Reading<Day>? {
        for (index, word) in words.enumerated() {
            let singular = word.hasSuffix("s") && word != "s" ? String(word.dropLast()) : word
            guard let weekday = Weekday(name: singular) else { continue }
            return Reading(value: day(weekday, words, index), range: index..<(index + 1))
        }
        return nil
    }

    private func day(_ weekday: Weekday, _ words: [String], _ index: Int) -> Day {
        let before = Wording(words: Array(words[..<index]))
        let after = Wording(words: Array(words[(index + 1)...]))
        let next = coming(weekday, includingToday: false)
        let last = before.words.last
        if last == "last" { return next.adding(days: -7) }
        if last == "this" { return coming(weekday, includingToday: true) }
        let weekLater = ["a week on", "week on", "a week from", "week from", "a week", "week after next"]
        if weekLater.contains(where: { " \(before.words.joined(separator: " "))".hasSuffix(" \($0)") }) {
            return next.adding(days: 7)
        }
        if after.starts(with: ["week after next", "in two weeks"]) { return inWeek(2, weekday) }
        if last == "next" || after.starts(with: ["next week", "of next week"]) || before.has("next week") {
            return inWeek(1, weekday)
        }
        return after.starts(with: ["week"]) ? next.adding(days: 7) : next
    }

    /// The next such day. On the day itself that is today or a week from today.
    private func coming(_ weekday: Weekday, includingToday: Bool) -> Day {
        let ahead = (weekday.rawValue - today.weekday.rawValue + 7) % 7
        return today.adding(days: ahead == 0 && !includingToday ? 7 : ahead)
    }

    /// The day in the calendar week that begins `weeks` Mondays from now.
    private func inWeek(_ weeks: Int, _ weekday: Weekday) -> Day {
        today.adding(days: weekday.rawValue - today.weekday.rawValue + 7 * weeks)
    }
}

// MARK: Dates of the calendar

extension DateReader {
    static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    private func calendar(_ words: [String]) -> Reading<Day>? {
        for index in words.indices {
            guard let month = Self.months.firstIndex(of: words[index]).map({ $0 + 1 }) else { continue }
            guard let (day, range) = dayOfMonth(words, around: index), let date = date(month, day) else { continue }
            return Reading(value: date, range: range)
        }
        return ordinalAlone(words)
    }

    /// The day of month before ("the third of may", "3 may") or after ("may the third", "may 3") a month's name.
    private func dayOfMonth(_ words: [String], around month: Int) -> (Int, Range<Int>)? {
        var after = words[(month + 1)...]
        if after.first == "the" { after = after.dropFirst() }
        if let (day, length) = NumberWords.ordinal(after) ?? NumberWords.cardinal(after), (1...31).contains(day) {
            return (day, month..<(after.startIndex + length))
        }
        for length in [1, 2] {
            let end = month > 0 && words[month - 1] == "of" ? month - 1 : month
            guard end - length >= 0 else { continue }
            let span = words[(end - length)..<end]
            guard let (day, used) = NumberWords.ordinal(span) ?? NumberWords.cardinal(span), used == span.count
            else { continue }
            // "twenty third of may": the shorter span would read "third".
            if length == 1, end >= 2, NumberWords.ten(words[end - 2]) != nil { continue }
            return (day, (end - length)..<(month + 1))
        }
        return nil
    }

    /// "the fifteenth", "on the twenty third": the next day of that number.
    private func ordinalAlone(_ words: [String]) -> Reading<Day>? {
        for index in words.indices.dropLast() where words[index] == "the" {
            guard let (day, length) = NumberWords.ordinal(words[(index + 1)...]) else { continue }
            let end = index + 1 + length
            guard
                end == words.count
                    || ["at", "please", "in", "would", "if", "is", "then", "around"].contains(words[end])
            else { continue }
            for ahead in 0..<62 where today.adding(days: ahead).dayOfMonth == day {
                return Reading(value: today.adding(days: ahead), range: index..<end)
            }
        }
        return nil
    }

    /// `2026-05-03`, which arrives as three words.
    private func numeric(_ words: [String]) -> Reading<Day>? {
        for index in words.indices.dropLast(2) where words[index].count == 4 {
            guard let year = Int(words[index]), let month = Int(words[index + 1]), let day = Int(words[index + 2]),
                let date = Day(year: year, month: month, day: day)
            else { continue }
            return Reading(value: date, range: index..<(index + 3))
        }
        return nil
    }

    /// The date in this year, or in the next when it passed more than two months ago.
    private func date(_ month: Int, _ day: Int) -> Day? {
        guard let date = Day(year: today.year, month: month, day: day) else {
            return Day(year: today.year + 1, month: month, day: day)
        }
        return today.number - date.number > 60 ? Day(year: today.year + 1, month: month, day: day) : date
    }
}
