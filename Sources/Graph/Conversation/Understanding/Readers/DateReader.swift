/// Days: "tomorrow", "next tuesday", "a week on monday", "the third of may", "6/3", "in two weeks", "the fifteenth".
///
/// Weeks begin on Monday. "Tuesday" and "on tuesday" are the next one, never today; "this tuesday" may be today; "next
/// tuesday" is the one of the next calendar week. Where weeks that begin on Sunday would say otherwise (on a Sunday, or
/// of a Sunday) "next" leaves a choice of two days. "A week on tuesday" and "tuesday week" are a week after the next one.
struct DateReader {
    /// What the caller says, as one or more days that can be meant.
    typealias Found = Reading<[Day]>

    let today: Day
    /// Whether `6/3` is the sixth of March, as outside America.
    var isDayFirst = false
    /// Whether a low ordinal alone ("the third") is a day of the month, and not one of the things that were offered.
    var acceptsOrdinal = true
    /// The days the house is open; `nil` when that is not known.
    var isOpen: (@Sendable (Day) -> Bool)?

    /// The days that are wished for, settled.
    func settled(_ words: [String]) -> Settlement<Day> {
        let deadline = words.range(of: "before that") ?? words.range(of: "before then")
        // "Any day after tuesday" names no day, nor does "we leave on friday, so before that".
        let wished = all(words).filter {
            !["after", "before"].contains(words.at($0.range.lowerBound - 1))
                && $0.range.upperBound > deadline?.lowerBound ?? 0
        }
        return Settlement(wished, in: words)
    }

    /// Every mention of a day, from left to right.
    func all(_ words: [String]) -> [Found] {
        var readings: [Found] = []
        var index = 0
        while index < words.count {
            let reading = Self.isOpening(words[index]) ? read(words, index) : nil
            if let reading { readings.append(reading) }
            index = max(index + 1, reading?.range.upperBound ?? 0)
        }
        return readings
    }

    /// Whether a mention of a day can begin with this word: most words cannot.
    private static func isOpening(_ word: String) -> Bool {
        guard let first = word.unicodeScalars.first else { return false }
        return first.isDigit || openings.contains(word) || CalendarWords.weekday(word) != nil
            || holidayWords.contains(word) || CalendarWords.month(word) != nil || NumberWords.single(word) != nil
            || NumberWords.ten(word) != nil
    }

    private static let openings: Set<String> = {
        let ordinals = [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
            "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
            "twentieth", "thirtieth",
        ]
        return Set(
            ordinals + [
                "the", "a", "in", "next", "this", "last", "coming", "following", "today", "tomorrow", "tonight",
                "yesterday", "day", "week", "weekend", "fortnight", "end", "beginning", "start", "middle", "later",
            ])
    }()

    func read(_ words: [String], _ start: Int) -> Found? {
        neighbour(words, start) ?? typed(words, start) ?? interval(words, start) ?? relative(words, start)
            ?? edge(words, start) ?? nthWeekday(words, start) ?? named(words, start) ?? holiday(words, start)
            ?? calendar(words, start) ?? ordinalAlone(words, start)
    }

    // MARK: Counted from today

    private static let offsets: PhraseIndex<Int> = [
        "the day after tomorrow": 2, "day after tomorrow": 2, "a week tomorrow": 8, "a week from tomorrow": 8,
        "week from tomorrow": 8, "tomorrow week": 8, "tomorrow": 1, "the day before yesterday": -2,
        "day before yesterday": -2, "yesterday": -1, "today": 0, "tonight": 0, "this morning": 0,
        "this afternoon": 0, "this evening": 0, "later today": 0, "a week today": 7,
        "a week from today": 7, "a week ago": -7, "a fortnight today": 14, "a fortnight from today": 14,
        "a fortnight tomorrow": 15, "last week": -7, "last night": -1,
    ]

    private func relative(_ words: [String], _ start: Int) -> Found? {
        if let found = Self.offsets.longest(in: words, start..<words.count, at: start), let days = found.value.first {
            return Found(value: [today.adding(days: days)], range: found.range)
        }
        return weekend(words, start)
    }

    private static let weekends: PhraseIndex<Int> = [
        "next weekend": 1, "the weekend after next": 2, "the weekend after": 1, "weekend": 0, "this weekend": 0,
        "the weekend": 0, "this coming weekend": 0, "weekends": 0,
    ]

    /// The days of a weekend on which the house is open.
    private func weekend(_ words: [String], _ start: Int) -> Found? {
        guard let found = Self.weekends.longest(in: words, words.indices, at: start), let weeks = found.value.first
        else {
            return nil
        }
        let days = [inWeek(weeks, .saturday), inWeek(weeks, .sunday)].filter { $0 >= today }
        let open = days.filter { isOpen?($0) ?? ($0.weekday == .saturday) }
        return Found(value: open.isEmpty ? Array(days.prefix(1)) : open, range: found.range)
    }

    /// "in two weeks", "three days from now", "a week from friday", "two weeks on tuesday".
    private func interval(_ words: [String], _ start: Int) -> Found? {
        let isIn = words[start] == "in"
        guard let (amount, length) = Self.amount(words, isIn ? start + 1 : start) else { return nil }
        var end = start + (isIn ? 1 : 0) + length
        let unit = words.at(end)
        guard let days = CalendarWords.units[unit], amount > 0, amount < 60 else { return nil }
        end += 1
        if ["from", "on"].contains(words.at(end)), let weekday = CalendarWords.weekday(words.at(end + 1)) {
            let day = coming(weekday, includingToday: false).adding(days: days * amount)
            return Found(value: [day], range: start..<(end + 2))
        }
        let tail = words.length(ofAny: Self.tails, at: end)
        guard tail > 0 || isIn else { return nil }
        let origin = words.at(end + 1) == "tomorrow" ? today.adding(days: 1) : today
        let day = unit.hasPrefix("month") ? origin.adding(months: amount) : origin.adding(days: days * amount)
        return Found(value: [day], range: start..<(end + tail))
    }

    private static let tails: [Phrase] = ["from now", "from today", "from tomorrow", "time", "away", "hence"]

    private static func amount(_ words: [String], _ start: Int) -> (Int, Int)? {
        switch words.at(start) {
        case "a" where words.at(start + 1) == "couple": (2, words.at(start + 2) == "of" ? 3 : 2)
        case "a", "one", "another": (1, 1)
        default: NumberWords.cardinal(words, start)
        }
    }
}
