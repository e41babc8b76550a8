extension DateReader {
    /// "the third of may", "3 may", "may the third", "march 3rd 2027", "the third of this month".
    func calendar(_ words: [String], _ start: Int) -> Found? {
        if let month = CalendarWords.month(words.at(start)) {
            let after = words.at(start + 1) == "the" ? start + 2 : start + 1
            guard let day = dayOfMonth(words, after) else { return nil }
            return found(month, day.value, words, start..<(after + day.length))
        }
        let first = words.at(start) == "the" ? start + 1 : start
        guard let day = dayOfMonth(words, first) else { return nil }
        var index = first + day.length
        if words.at(index) == "day", words.at(index + 1) == "of" { index += 1 }
        let isOf = words.at(index) == "of"
        if isOf { index += 1 }
        if let month = CalendarWords.month(words.at(index)) {
            return found(month, day.value, words, start..<(index + 1))
        }
        guard isOf, let (year, month, length) = relativeMonth(words, index),
            let date = Day(year: year, month: month, day: day.value)
        else { return nil }
        return Found(value: [date], range: start..<(index + length))
    }

    private func dayOfMonth(_ words: [String], _ start: Int) -> (value: Int, length: Int)? {
        guard let number = NumberWords.ordinal(words, start) ?? NumberWords.cardinal(words, start),
            (1...31).contains(number.value)
        else { return nil }
        return number
    }

    private func found(_ month: Int, _ day: Int, _ words: [String], _ range: Range<Int>) -> Found? {
        if let year = YearReader.year(words, range.upperBound), (2000...2099).contains(year.value),
            let date = Day(year: year.value, month: month, day: day)
        {
            return Found(value: [date], range: range.lowerBound..<(range.upperBound + year.length))
        }
        return date(month, day).map { Found(value: [$0], range: range) }
    }

    /// The date in this year, or in the next when it passed more than two months ago.
    func date(_ month: Int, _ day: Int) -> Day? {
        guard let date = Day(year: today.year, month: month, day: day) else {
            return Day(year: today.year + 1, month: month, day: day)
        }
        return today.number - date.number > 60 ? Day(year: today.year + 1, month: month, day: day) : date
    }

    // MARK: Months

    /// Year, month and how many words name it: "june", "the month", "next month".
    func month(_ words: [String], _ start: Int) -> (Int, Int, Int)? {
        if let month = CalendarWords.month(words.at(start)) {
            return (month < today.month ? today.year + 1 : today.year, month, 1)
        }
        return relativeMonth(words, start)
    }

    private func relativeMonth(_ words: [String], _ start: Int) -> (Int, Int, Int)? {
        guard words.at(start + 1) == "month" else { return nil }
        switch words[start] {
        case "next": return today.month == 12 ? (today.year + 1, 1, 2) : (today.year, today.month + 1, 2)
        case "this", "the": return (today.year, today.month, 2)
        default: return nil
        }
    }

    private static let edges: Set<String> = ["end", "beginning", "start", "middle"]

    /// "the end of the month", "the beginning of june", "the middle of next month": an open day, where that is known.
    func edge(_ words: [String], _ start: Int) -> Found? {
        let index = words[start] == "the" ? start + 1 : start
        guard words.at(index + 1) == "of", Self.edges.contains(words.at(index)),
            let (year, month, length) = month(words, index + 2), let first = Day(year: year, month: month, day: 1)
        else { return nil }
        let last = first.adding(months: 1).adding(days: -1)
        let range = start..<(index + 2 + length)
        func open(from day: Day, _ step: Int) -> Day {
            (0..<7).lazy.map { day.adding(days: $0 * step) }.first { isOpen?($0) ?? true } ?? day
        }
        switch words.at(index) {
        case "end": return Found(value: [open(from: last, -1)], range: range)
        case "middle": return Found(value: [open(from: first.adding(days: 14), 1)], range: range)
        default: return Found(value: [open(from: first, 1)], range: range)
        }
    }

    // MARK: Numbers alone

    /// What may follow an ordinal that is a day: "the first one" is none.
    private static let followers: Set<String> = [
        "at", "please", "in", "would", "if", "is", "then", "around", "works", "work", "for", "or", "and", "morning",
        "afternoon", "evening", "sounds", "should", "can", "could", "will", "that", "about", "after", "before",
        "between", "i", "but", "maybe", "thanks", "thank", "suits", "might", "isn't", "doesn't", "by", "from", "not",
        "same", "preferably", "sometime", "when", "so", "we", "my", "on", "early", "late", "noon", "good", "great",
        "fine", "instead", "any", "anytime",
    ]

    /// More things than this are never offered at once.
    private static let mostOffered = 8

    /// "the fifteenth", "on the twenty third": the next day of that number.
    func ordinalAlone(_ words: [String], _ start: Int) -> Found? {
        guard words.at(start) == "the" || words.at(start).last == "h" || words.at(start).last == "d",
            let (day, length) = NumberWords.ordinal(words, words.at(start) == "the" ? start + 1 : start),
            acceptsOrdinal || day > Self.mostOffered
        else { return nil }
        let isTyped = words.at(start).unicodeScalars.first?.isDigit == true
        guard words.at(start) == "the" || isTyped else { return nil }
        let end = start + length + (isTyped ? 0 : 1)
        guard end >= words.count || words[end].isEmpty || Self.followers.contains(words[end]) else { return nil }
        guard let date = (0..<62).lazy.map({ today.adding(days: $0) }).first(where: { $0.dayOfMonth == day })
        else { return nil }
        return Found(value: [date], range: start..<end)
    }

    /// `2026-05-03`, `6/3`, `6/3/26`, `3.6.2026`.
    func typed(_ words: [String], _ start: Int) -> Found? {
        let word = words.at(start)
        guard word.unicodeScalars.first?.isDigit == true, !word.contains(":") else { return nil }
        let fields = word.split { !$0.isNumber }.map { Int($0) ?? -1 }
        guard (2...3).contains(fields.count), fields.allSatisfy({ (0...9999).contains($0) }) else { return nil }
        let range = start..<(start + 1)
        if fields.count == 3, fields[0] > 31 {
            return Day(year: fields[0], month: fields[1], day: fields[2]).map { Found(value: [$0], range: range) }
        }
        let isSwapped = isDayFirst || word.contains(".") || fields[0] > 12
        let (month, day) = isSwapped && fields[1] <= 12 ? (fields[1], fields[0]) : (fields[0], fields[1])
        guard fields.count == 3 else { return date(month, day).map { Found(value: [$0], range: range) } }
        let year = fields[2] < 100 ? 2000 + fields[2] : fields[2]
        return Day(year: year, month: month, day: day).map { Found(value: [$0], range: range) }
    }
}
