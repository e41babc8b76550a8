import Conversation

extension MentionScanner {
    /// A day: `Tuesday, May 5th`, `May 5th`, `the 5th of May`, `Tuesday the 5th`, `Tuesday`, `tomorrow`.
    func date(_ index: Int) -> Mention? {
        if lower(index) == "tomorrow" { return Mention(.tomorrow, index..<index + 1) }
        guard let weekday = weekday(index) else {
            return monthAndDay(index).map { Mention(.date($0.date), index..<index + $0.length) }
        }
        let skip = lower(index + 1) == "the" ? 2 : 1
        if var found = monthAndDay(index + skip) {
            found.date.weekday = weekday
            return Mention(.date(found.date), index..<index + skip + found.length)
        }
        return Mention(.weekday(weekday), index..<index + 1)
    }

    private func weekday(_ index: Int) -> Weekday? {
        guard let word = lower(index) else { return nil }
        let bare = word.hasSuffix("'s") ? String(word.dropLast(2)) : word
        return Weekday(name: bare) ?? (bare.hasSuffix("s") ? Weekday(name: String(bare.dropLast())) : nil)
    }

    private func monthAndDay(_ index: Int) -> (date: SpokenDate, length: Int)? {
        guard let word = lower(index) else { return nil }
        if let month = SpokenDate.months.firstIndex(of: word), let day = dayOfMonth(index + 1, isOrdinal: false) {
            var date = SpokenDate(month: month + 1, dayOfMonth: day.value)
            let end = index + 1 + day.length
            guard let year = lower(end).flatMap({ Int($0) }), (1900...2199).contains(year) else {
                return (date, end - index)
            }
            date.year = year
            return (date, end - index + 1)
        }
        guard let day = dayOfMonth(index, isOrdinal: true) else { return nil }
        let end = index + day.length
        if lower(end) == "of", let month = lower(end + 1).flatMap({ SpokenDate.months.firstIndex(of: $0) }) {
            return (SpokenDate(month: month + 1, dayOfMonth: day.value), end - index + 2)
        }
        // A bare ordinal in letters is a rank; in figures it is a day.
        guard word.first?.isNumber == true else { return nil }
        return (SpokenDate(dayOfMonth: day.value), day.length)
    }

    /// `5th`, `fifth`, `twenty first`; `5` and `five` too where a month stands before.
    private func dayOfMonth(_ index: Int, isOrdinal: Bool) -> (value: Int, length: Int)? {
        guard let word = lower(index) else { return nil }
        for suffix in ["st", "nd", "rd", "th"] where word.hasSuffix(suffix) {
            if let value = Int(word.dropLast(2)), (1...31).contains(value) { return (value, 1) }
        }
        if let value = Self.ordinals[word] { return (value, 1) }
        if let tens = SpokenNumber.tens[word], let next = lower(index + 1).flatMap({ Self.ordinals[$0] }), next < 10 {
            return (tens + next, 2)
        }
        guard !isOrdinal, let number = SpokenNumber(words, at: index), let value = number.whole,
            (1...31).contains(value)
        else { return nil }
        return (value, number.length)
    }

    private static let ordinals: [String: Int] = {
        let names = [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
            "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
            "twentieth",
        ]
        var values = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0 + 1) })
        values["thirtieth"] = 30
        return values
    }()

    /// How long something takes: `45 minutes`, `an hour and a half`, `two and a half hours`, `half an hour`.
    func duration(_ index: Int) -> Mention? {
        func found(_ minutes: Int, _ end: Int) -> Mention { Mention(.minutes(minutes), index..<end) }
        if lower(index) == "half", lower(index + 1) == "an", lower(index + 2) == "hour" { return found(30, index + 3) }
        var hours: Int?
        var end = index
        if lower(index) == "an", lower(index + 1) == "hour" {
            (hours, end) = (60, index + 2)
        } else if let number = SpokenNumber(words, at: index), let unit = lower(index + number.length) {
            let next = index + number.length
            if unit.hasPrefix("minute") || unit == "min" { return found(number.hundredths / 100, next + 1) }
            if unit == "and", lower(next + 1) == "a", lower(next + 2) == "half",
                lower(next + 3)?.hasPrefix("hour") == true
            {
                return found(number.hundredths * 60 / 100 + 30, next + 4)
            }
            if unit.hasPrefix("hour") { (hours, end) = (number.hundredths * 60 / 100, next + 1) }
        }
        guard let hours else { return nil }
        if lower(end) == "and", lower(end + 1) == "a", lower(end + 2) == "half" { return found(hours + 30, end + 3) }
        if lower(end) == "and", let more = SpokenNumber(words, at: end + 1),
            lower(end + 1 + more.length)?.hasPrefix("minute") == true
        {
            return found(hours + more.hundredths / 100, end + 2 + more.length)
        }
        return found(hours, end)
    }
}
