/// Times of day: "half past nine", "nine thirty in the morning", "two pm", "any time after four", "in the morning".
struct TimeReader {
    /// Whether a bare hour ("nine") counts although nothing around it says that it is one.
    let acceptsBareHour: Bool

    func read(_ words: [String]) -> TimeMention? {
        if let special = Self.special(words) { return .at(special) }
        let part = Self.part(words)
        for start in words.indices {
            guard let clock = clock(words, start) else { continue }
            let meridiem = Self.meridiem(words, after: start + clock.length)
            let isSure = clock.isSure || meridiem != nil || Self.isIntroduced(words, start)
            // "The first one" names no hour.
            let isPronoun = words[start] == "one" && start > 0
            guard isSure || (acceptsBareHour && !isPronoun), let time = Self.resolve(clock, meridiem, part) else {
                continue
            }
            return Self.relation(words, start, time)
        }
        return part.map(TimeMention.part)
    }

    /// What a clock shows before anybody says which half of the day.
    private struct Clock {
        var hour: Int
        var minute: Int
        var length: Int
        /// Whether the words can hardly be anything but a time.
        var isSure: Bool
    }

    private enum Meridiem { case am, pm }

    private static func special(_ words: [String]) -> TimeOfDay? {
        if words.contains("noon") || words.contains("midday") || words.contains("noontime") {
            return TimeOfDay(hour: 12)
        }
        return words.contains("midnight") ? TimeOfDay(hour: 0) : nil
    }

    private static func part(_ words: [String]) -> DayPart? {
        if words.contains("morning") { return .morning }
        if words.contains("afternoon") || Wording(words: words).has("after lunch") { return .afternoon }
        return words.contains("evening") || words.contains("tonight") ? .evening : nil
    }

    private func clock(_ words: [String], _ start: Int) -> Clock? {
        relativeClock(words[start...]) ?? plainClock(words[start...])
    }

    /// "half past nine", "quarter to ten", "ten past nine", "half nine".
    private func relativeClock(_ words: ArraySlice<String>) -> Clock? {
        guard let first = words.first else { return nil }
        var amount = ["half": 30, "quarter": 15][first]
        var length = 1
        if amount == nil, let number = NumberWords.cardinal(words), (1..<60).contains(number.value) {
            (amount, length) = (number.value, number.length)
            if words.dropFirst(length).first == "minutes" { length += 1 }
        }
        guard let amount, let word = words.dropFirst(length).first else { return nil }
        let isPast = word == "past" || (word == "after" && first == "quarter")
        if isPast || word == "to" || word == "before" || word == "till" {
            guard let hour = hour(words.dropFirst(length + 1)) else { return nil }
            let minute = isPast ? amount : 60 - amount
            let shown = isPast ? hour.value : (hour.value + 11) % 12
            return Clock(hour: shown, minute: minute % 60, length: length + 1 + hour.length, isSure: true)
        }
        guard first == "half", let hour = hour(words.dropFirst()) else { return nil }
        return Clock(hour: hour.value, minute: 30, length: 1 + hour.length, isSure: true)
    }

    /// "nine", "nine thirty", "nine oh five", "nine o'clock", "9 30".
    private func plainClock(_ words: ArraySlice<String>) -> Clock? {
        guard let hour = hour(words) else { return nil }
        let rest = words.dropFirst(hour.length)
        if rest.first == "o'clock" { return Clock(hour: hour.value, minute: 0, length: hour.length + 1, isSure: true) }
        if rest.first == "oh", let minute = NumberWords.cardinal(rest.dropFirst()), minute.value < 10 {
            return Clock(hour: hour.value, minute: minute.value, length: hour.length + 2, isSure: true)
        }
        if let minute = NumberWords.cardinal(rest), (10..<60).contains(minute.value) || rest.first == "00" {
            return Clock(hour: hour.value, minute: minute.value, length: hour.length + minute.length, isSure: true)
        }
        return Clock(hour: hour.value, minute: 0, length: hour.length, isSure: false)
    }

    private func hour(_ words: ArraySlice<String>) -> (value: Int, length: Int)? {
        guard let number = NumberWords.cardinal(words), number.length == 1 else { return nil }
        let isTyped = words.first?.first?.isNumber == true
        return (isTyped ? 0...23 : 1...12).contains(number.value) ? number : nil
    }

    private static func meridiem(_ words: [String], after index: Int) -> Meridiem? {
        for word in words[min(index, words.count)...].prefix(1) {
            if word == "am" { return .am }
            if word == "pm" { return .pm }
        }
        return nil
    }

    private static let introductions: Set<String> = [
        "at", "around", "about", "by", "after", "before", "past", "from", "until", "till", "say", "maybe", "make",
    ]

    private static func isIntroduced(_ words: [String], _ start: Int) -> Bool {
        start > 0 && introductions.contains(words[start - 1])
    }

    /// Without a word on it, one to seven is in the afternoon: nobody brings a car at three in the morning.
    private static func resolve(_ clock: Clock, _ meridiem: Meridiem?, _ part: DayPart?) -> TimeOfDay? {
        guard clock.hour <= 12 else { return TimeOfDay(hour: clock.hour, minute: clock.minute) }
        let hour = clock.hour % 12
        let isLate =
            switch (meridiem, part) {
            case (.am, _): false
            case (.pm, _): true
            case (nil, .morning): false
            case (nil, .afternoon), (nil, .evening): true
            case (nil, nil): hour < 8
            }
        return TimeOfDay(hour: isLate ? hour + 12 : hour, minute: clock.minute)
    }

    private static func relation(_ words: [String], _ start: Int, _ time: TimeOfDay) -> TimeMention {
        switch start > 0 ? words[start - 1] : "" {
        case "after", "from": .after(time)
        case "before", "until", "till", "by": .before(time)
        default: .at(time)
        }
    }
}
