extension TimeReader {
    /// What a time is to the wish: exact, or one end of a range.
    func relation(_ times: [TimeOfDay], _ words: [String], _ start: Int, _ end: Int) -> [TimeMention] {
        let lead = Self.relations.first { words.has($0.phrase, endingAt: start) }
        let isLatest = Self.latest.contains { words.has($0, endingAt: end) }
        let isEarliest = Self.earliest.contains { words.has($0, endingAt: end) }
        return times.map { time in
            if isLatest { return .before(time) }
            if isEarliest { return .after(time) }
            switch lead?.side {
            case .after: return .after(time)
            case .before: return .before(time)
            case nil: return .at(time)
            }
        }
    }

    enum Side { case after, before }

    /// Longer ones first: "not before" is "after".
    private static let relations: [(phrase: Phrase, side: Side)] = {
        let after: [Phrase] = [
            "no earlier than", "not earlier than", "not before", "nothing before", "no sooner than",
            "can't come before",
            "can't before", "later than", "after", "from", "past", "since",
        ]
        let before: [Phrase] = [
            "no later than", "not later than", "not after", "nothing after", "earlier than", "sooner than", "before",
            "until", "till", "by",
        ]
        let all = after.map { ($0, Side.after) } + before.map { ($0, Side.before) }
        return all.sorted { $0.0.words.count > $1.0.words.count }
    }()

    /// The end of what belongs to a time behind it: "ish", "or later", "at the latest", "in the morning".
    static func trailing(_ words: [String], _ end: Int) -> Int {
        end + words.length(ofAny: trailers, at: end)
    }

    private static let latest: [Phrase] = ["at the latest", "latest", "or earlier", "or before", "or sooner"]
    private static let earliest: [Phrase] = ["at the earliest", "or later", "or after", "onwards", "onward"]
    private static let trailers: [Phrase] = latest + earliest + ["ish", "sharp"]

    private static let links: Set<String> = ["and", "to", "till", "until", "through"]

    /// "between four and five", "from nine to eleven", "nine to eleven", "four till six".
    func span(_ words: [String], _ start: Int, _ part: DayPart?) -> Found? {
        let isLed = words[start] == "between" || words[start] == "from"
        let first = isLed ? start + 1 : start
        guard let early = ClockReading(words, first), isLed || acceptsBareHour || early.isSure || early.meridiem != nil
        else { return nil }
        let link = first + early.length
        guard Self.links.contains(words.at(link)), isLed || words.at(link) != "and",
            let late = ClockReading(words, link + 1)
        else { return nil }
        var leading = early
        if leading.meridiem == nil, late.hour >= early.hour, early.hour != 12 { leading.meridiem = late.meridiem }
        guard let from = resolve(leading, part).first, var to = resolve(late, part).last else { return nil }
        if to <= from, let afternoon = TimeOfDay(minutes: to.minutes + 720) { to = afternoon }
        guard from < to else { return nil }
        return Found(value: [.between(from, to)], range: start..<(link + 1 + late.length))
    }

    // MARK: Names

    /// What is called by a name: "noon", "lunchtime", "first thing", "end of the day", "after work".
    func named(_ words: [String], _ start: Int) -> Found? {
        guard let found = Self.names.longest(in: words, start..<words.count, at: start), let name = found.value.first
        else { return nil }
        let end = Self.trailing(words, found.range.upperBound)
        let range = found.range.lowerBound..<end
        switch name {
        case .exact(let hour):
            guard let time = TimeOfDay(hour: hour) else { return nil }
            return Found(value: relation([time], words, start, end), range: range)
        case .range(let from, let to):
            guard let from = TimeOfDay(minutes: from), let to = TimeOfDay(minutes: to) else { return nil }
            return Found(value: [.between(from, to)], range: range)
        case .after(let hour): return TimeOfDay(hour: hour).map { Found(value: [.after($0)], range: range) }
        case .before(let hour): return TimeOfDay(hour: hour).map { Found(value: [.before($0)], range: range) }
        case .opening: return Found(value: [span.map { .at($0.open) } ?? .part(.morning)], range: range)
        case .closing:
            let late = span.flatMap { TimeOfDay(minutes: max($0.open.minutes, $0.close.minutes - 120)) }
            return Found(value: [late.map { .after($0) } ?? .part(.afternoon)], range: range)
        }
    }

    /// What a name stands for; ranges in minutes since midnight, the others in hours.
    private enum Name: Sendable {
        case exact(Int), range(Int, Int), after(Int), before(Int)
        /// When the house opens, and the last two hours before it closes.
        case opening, closing
    }

    private static let names: PhraseIndex<Name> = [
        "noon": .exact(12), "midday": .exact(12), "noontime": .exact(12), "mid day": .exact(12),
        "midnight": .exact(0),
        "after lunch": .after(13), "before lunch": .before(12), "lunchtime": .range(720, 840),
        "lunch time": .range(720, 840), "over lunch": .range(720, 840), "around lunch": .range(690, 840),
        "at lunch": .range(720, 840),
        "during lunch": .range(720, 840), "lunch hour": .range(720, 840), "lunch break": .range(720, 840),
        "after work": .after(17), "before work": .before(9), "after school": .after(15),
        "early morning": .before(10), "early in the morning": .before(10), "late morning": .range(630, 720),
        "late in the morning": .range(630, 720), "mid morning": .range(570, 690),
        "midmorning": .range(570, 690), "early afternoon": .range(720, 900),
        "early in the afternoon": .range(720, 900), "mid afternoon": .range(840, 960),
        "late afternoon": .after(15), "late in the afternoon": .after(15), "later in the afternoon": .after(15),
        "first thing in the morning": .opening, "first thing": .opening, "when you open": .opening,
        "as soon as you open": .opening, "right when you open": .opening, "at opening": .opening,
        "end of the day": .closing, "end of day": .closing, "last thing": .closing,
        "late in the day": .closing, "before you close": .closing, "before closing": .closing,
        "close of business": .closing,
    ]
}
