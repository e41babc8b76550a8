/// Times of day: "half past nine", "nine thirty in the morning", "two pm", "any time after four", "between nine and ten".
///
/// "Half nine" is 9:30, as in Britain. An hour without its half of the day is the one at which the house is open, if only
/// one is; if both are there is a choice; if neither is, one to seven are in the afternoon.
struct TimeReader {
    /// One or more wishes that can be meant.
    typealias Found = Reading<[TimeMention]>

    /// Whether a bare hour ("nine") counts although nothing around it says that it is one.
    let acceptsBareHour: Bool
    /// When the house is open on the day in question; `nil` when that is not known.
    var span: OpeningHours.Span?
    /// Where days were read: an hour right behind one needs no other introduction.
    var days: [Range<Int>] = []

    /// The times that are wished for, settled.
    func settled(_ words: [String]) -> Settlement<TimeMention> {
        let readings = all(words)
        let exact = readings.filter { reading in
            if case .part? = reading.value.first { return false }
            return true
        }
        // "Ten in the morning" is ten: the part of the day only says which ten.
        return Settlement(exact.isEmpty ? readings : exact, in: words)
    }

    /// Every mention of a time, from left to right.
    func all(_ words: [String]) -> [Found] {
        var readings: [Found] = []
        let part = Self.part(words)
        var index = 0
        while index < words.count {
            // "At nine or ten": the second is introduced with the first.
            let isListed = words.at(index - 1) == "or" && readings.last?.range.upperBound == index - 1
            let reading = words[index].isEmpty ? nil : read(words, index, part, isListed)
            if let reading { readings.append(reading) }
            index = max(index + 1, reading?.range.upperBound ?? 0)
        }
        return readings
    }

    private func read(_ words: [String], _ start: Int, _ part: DayPart?, _ isListed: Bool) -> Found? {
        if let found = named(words, start) ?? span(words, start, part) { return found }
        if let clock = ClockReading(words, start), isListed || isTime(clock, words, start) {
            let times = resolve(clock, part)
            let end = Self.trailing(words, start + clock.length)
            return Found(value: relation(times, words, start, end), range: start..<end)
        }
        guard let part = Self.parts[words[start]] else { return nil }
        return Found(value: [.part(part)], range: start..<(start + 1))
    }

    /// Whether the words around a clock reading say that it is one.
    private func isTime(_ clock: ClockReading, _ words: [String], _ start: Int) -> Bool {
        let isIntroduced =
            Self.introductions.contains(words.at(start - 1))
            || Self.proposals.contains { words.has($0, endingAt: start) }
        let followsDay = days.contains { $0.upperBound == start }
        let after = words.at(start + clock.length)
        let isApproximate = after == "ish" || after == "sharp"
        // "The first one" names no hour, and "two cars" counts.
        let isPronoun = words[start] == "one" && start > 0 && !isIntroduced && !followsDay
        let isBare = (acceptsBareHour || followsDay || isApproximate) && !isPronoun
        if clock.isSure || clock.meridiem != nil || isPartNamed(words, start + clock.length) { return true }
        // "In two days" is none.
        return (isIntroduced || isBare) && CalendarWords.units[after] == nil && !Self.counted.contains(after)
    }

    /// Whether it is said right behind an hour which half of the day is meant: "one in the afternoon".
    private func isPartNamed(_ words: [String], _ end: Int) -> Bool {
        words.has("in the", at: end) && Self.parts[words.at(end + 2)] != nil
    }

    /// Count something: "six thousand miles" is no time, and "one second" asks for patience.
    private static let counted: Set<String> = [
        "second", "seconds", "sec", "moment", "minute", "minutes", "thousand", "hundred", "miles", "dollars", "bucks",
        "percent", "years",
    ]

    private static let introductions: Set<String> = [
        "at", "around", "about", "by", "after", "before", "past", "from", "until", "till", "say", "maybe", "make",
        "than", "between", "approximately", "roughly", "since", "like", "mean", "meant",
    ]

    private static let proposals: [Phrase] = [
        "make it", "make that", "change it to", "change that to", "move it to", "let's do", "let's say", "how about",
        "what about", "switch it to",
    ]

    // MARK: Parts of the day

    private static let parts: [String: DayPart] = [
        "morning": .morning, "mornings": .morning, "afternoon": .afternoon, "afternoons": .afternoon,
        "evening": .evening, "evenings": .evening, "tonight": .evening, "night": .evening,
    ]

    private static func part(_ words: [String]) -> DayPart? {
        words.lazy.compactMap { parts[$0] }.first
    }

    // MARK: Halves of the day

    /// One time, or both when the house is open at both.
    func resolve(_ clock: ClockReading, _ part: DayPart?) -> [TimeOfDay] {
        guard clock.hour <= 12, !clock.isTwentyFourHours else {
            return [TimeOfDay(hour: clock.hour, minute: clock.minute)].compactMap(\.self)
        }
        let early = TimeOfDay(hour: clock.hour % 12, minute: clock.minute)
        let late = TimeOfDay(hour: clock.hour % 12 + 12, minute: clock.minute)
        guard let early, let late else { return [] }
        switch (clock.meridiem, part) {
        case (.am, _): return [early]
        case (.pm, _): return [late]
        case (nil, .morning): return [early]
        case (nil, .afternoon), (nil, .evening): return [late]
        case (nil, nil): break
        }
        let usual = clock.hour % 12 < 8 ? late : early
        guard let span else { return [usual] }
        let open = [early, late].filter { $0 >= span.open && $0 < span.close }
        return open.isEmpty ? [usual] : open
    }
}
