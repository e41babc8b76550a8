/// What a clock shows, before anybody says which half of the day.
struct ClockReading {
    enum Meridiem { case am, pm }

    var hour: Int
    var minute = 0
    /// How many words it takes.
    var length: Int
    /// Whether the words can hardly be anything but a time.
    var isSure = true
    var meridiem: Meridiem?
    /// `21:00`, `09:30`: there is no other half.
    var isTwentyFourHours = false

    /// The reading that starts at a place, with its am or pm.
    init?(_ words: [String], _ start: Int) {
        guard words.indices.contains(start),
            let reading = Self.typed(words, start) ?? Self.relative(words, start) ?? Self.plain(words, start)
        else {
            return nil
        }
        self = reading
        let after = words.at(start + length) == "o'clock" ? start + length + 1 : start + length
        switch words.at(after) {
        case "am": meridiem = .am
        case "pm": meridiem = .pm
        default: return
        }
        length = after + 1 - start
    }

    private init(hour: Int, minute: Int, length: Int, isSure: Bool = true) {
        (self.hour, self.minute, self.length, self.isSure) = (hour, minute, length, isSure)
    }

    /// `9:30`, `21:00`.
    private static func typed(_ words: [String], _ start: Int) -> ClockReading? {
        guard words[start].unicodeScalars.first?.isDigit == true else { return nil }
        let fields = words[start].split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(fields.count), let hour = NumberWords.digits(String(fields[0]), atMost: 23),
            fields[1].utf8.count == 2, let minute = NumberWords.digits(String(fields[1]), atMost: 59)
        else { return nil }
        var reading = ClockReading(hour: hour, minute: minute, length: 1)
        reading.isTwentyFourHours = fields[0].hasPrefix("0") || hour > 12
        return reading
    }

    /// "half past nine", "quarter to ten", "ten past nine", "half nine", "quarter of ten".
    private static func relative(_ words: [String], _ start: Int) -> ClockReading? {
        let isNamed = words[start] == "quarter" || words[start] == "half"
        var amount = isNamed ? (words[start] == "half" ? 30 : 15) : nil
        var length = 1
        if !isNamed, let number = NumberWords.cardinal(words, start), (1..<60).contains(number.value) {
            (amount, length) = (number.value, number.length)
            if words.at(start + length) == "minutes" { length += 1 }
        }
        guard let amount else { return nil }
        let word = words.at(start + length)
        let isPast = word == "past" || (word == "after" && isNamed)
        if isPast || word == "to" || word == "before" || word == "till" || (word == "of" && words[start] == "quarter") {
            guard isPast || isNamed || amount % 5 == 0, let hour = hour(words, start + length + 1) else { return nil }
            let shown = isPast ? hour : (hour + 11) % 12
            // "Two to three" is a range, "ten to three" a time.
            if !isPast, !isNamed, length == 1, amount < 5 { return nil }
            return ClockReading(hour: shown, minute: isPast ? amount : 60 - amount, length: length + 2)
        }
        guard words[start] == "half", let hour = hour(words, start + 1) else { return nil }
        return ClockReading(hour: hour, minute: 30, length: 2)
    }

    /// "nine", "nine thirty", "nine oh five", "nine o'clock", "nine fifteen".
    private static func plain(_ words: [String], _ start: Int) -> ClockReading? {
        if let compact = compact(words, start) { return compact }
        guard let hour = hour(words, start) else { return nil }
        let next = words.at(start + 1)
        if next == "o'clock" { return ClockReading(hour: hour, minute: 0, length: 2) }
        if next == "oh" || next == "o", let minute = NumberWords.cardinal(words, start + 2), minute.value < 10 {
            return ClockReading(hour: hour, minute: minute.value, length: 3)
        }
        if let minute = NumberWords.cardinal(words, start + 1), (10..<60).contains(minute.value) || next == "00" {
            // "Nine or ten" and "nine ten" differ; "ten eleven" is a list of hours.
            let isMinute = minute.length == 2 || minute.value % 5 == 0 || minute.value > 12
            if isMinute { return ClockReading(hour: hour, minute: minute.value, length: 1 + minute.length) }
        }
        return ClockReading(hour: hour, minute: 0, length: 1, isSure: false)
    }

    /// `930 am`, `at 1530`.
    private static func compact(_ words: [String], _ start: Int) -> ClockReading? {
        let word = words[start]
        guard (3...4).contains(word.utf8.count), let value = NumberWords.digits(word, atMost: 2359), value % 100 < 60
        else { return nil }
        let isMarked = ["am", "pm"].contains(words.at(start + 1)) || words.at(start - 1) == "at"
        guard isMarked, value >= 100 || word.hasPrefix("0") else { return nil }
        var reading = ClockReading(hour: value / 100, minute: value % 100, length: 1)
        reading.isTwentyFourHours = word.hasPrefix("0") || value >= 1300
        return reading
    }

    /// 0…23 typed, 1…12 spoken.
    private static func hour(_ words: [String], _ start: Int) -> Int? {
        guard let number = NumberWords.cardinal(words, start), number.length == 1 else { return nil }
        let isTyped = words.at(start).unicodeScalars.first?.isDigit == true
        return (isTyped ? 0...23 : 1...12).contains(number.value) ? number.value : nil
    }
}
