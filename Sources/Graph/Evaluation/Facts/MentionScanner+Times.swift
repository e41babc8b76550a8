import Conversation

extension MentionScanner {
    /// A time of day: `9 AM`, `9:30`, `half past nine`, `noon`, and the 9 of `9 to 11 AM`.
    func time(_ index: Int) -> Mention? {
        if let (time, length) = named(index) ?? past(index) ?? clock(index) ?? hour(index) {
            return Mention(.time(time), index..<index + length)
        }
        // The first of two times has no half of the day of its own.
        guard let number = SpokenNumber(words, at: index), let whole = number.whole, (1...12).contains(whole) else {
            return nil
        }
        let end = index + number.length
        let isJoined = ["and", "to", "or", "until", "till"].contains(lower(end) ?? "")
        guard isJoined || words[end - 1].hasComma else { return nil }
        guard end < words.count, time(isJoined ? end + 1 : end) != nil else { return nil }
        return Mention(.time(Self.halves(whole, 0)), index..<end)
    }

    private typealias Reading = (times: [TimeOfDay], length: Int)

    private func named(_ index: Int) -> Reading? {
        guard index < words.count else { return nil }
        let hour: Int? =
            switch words[index].lower {
            case "noon", "midday": 12
            case "midnight": 0
            default: nil
            }
        return hour.flatMap { TimeOfDay(hour: $0) }.map { ([$0], 1) }
    }

    /// `half past nine`, `quarter to ten`, `ten past two PM`.
    private func past(_ index: Int) -> Reading? {
        guard index + 2 < words.count, ["past", "to", "after"].contains(words[index + 1].lower) else { return nil }
        let minutes: Int? =
            switch words[index].lower {
            case "half": 30
            case "quarter": 15
            case "five", "ten", "twenty": SpokenNumber(words, at: index)?.whole
            default: nil
            }
        guard let minutes, let hour = SpokenNumber(words, at: index + 2), let whole = hour.whole,
            (1...12).contains(whole)
        else { return nil }
        if words[index + 1].lower == "to", minutes != 15, self.hour(index + 2) == nil { return nil }
        let shift = words[index + 1].lower == "to" ? -minutes : minutes
        let times = Self.halves(whole, 0).compactMap { TimeOfDay(minutes: ($0.minutes + shift + 1_440) % 1_440) }
        return half(index + 2 + hour.length, of: (times, 2 + hour.length))
    }

    /// `9:30`, `9:30am`, `9am`.
    private func clock(_ index: Int) -> Reading? {
        guard index < words.count else { return nil }
        var text = words[index].lower
        var suffix: String?
        for half in ["am", "pm"] where text.hasSuffix(half) && text.count > 2 {
            text.removeLast(2)
            suffix = half
        }
        let fields = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard let hour = fields.first ?? nil, (0...23).contains(hour), fields.count == 2 || suffix != nil,
            fields.count <= 2, let minute = fields.count == 2 ? fields[1] : 0, (0...59).contains(minute)
        else { return nil }
        let times = Self.halves(hour, minute)
        if let suffix { return (Self.choose(suffix, of: times), 1) }
        return half(index + 1, of: (times, 1))
    }

    /// `9 AM`, `nine thirty PM`, `nine o'clock`, `nine in the morning`.
    private func hour(_ index: Int) -> Reading? {
        guard let number = SpokenNumber(words, at: index), let whole = number.whole, (0...23).contains(whole) else {
            return nil
        }
        var length = number.length
        var minute = 0
        if number.isWords, let second = SpokenNumber(words, at: index + length), second.isWords,
            let value = second.whole, (10...59).contains(value)
        {
            (minute, length) = (value, length + second.length)
        }
        let times = Self.halves(whole, minute)
        if ["o'clock", "oclock"].contains(lower(index + length) ?? "") {
            return half(index + length + 1, of: (times, length + 1))
        }
        let reading = half(index + length, of: (times, length))
        return reading.length > length ? reading : nil
    }

    /// Takes the half of the day that is said after a time, if one is.
    private func half(_ index: Int, of reading: Reading) -> Reading {
        let next = lower(index) ?? ""
        if next == "am" || next == "pm" { return (Self.choose(next, of: reading.times), reading.length + 1) }
        guard next == "in", lower(index + 1) == "the", let part = lower(index + 2),
            ["morning", "afternoon", "evening"].contains(part)
        else { return reading }
        return (Self.choose(part == "morning" ? "am" : "pm", of: reading.times), reading.length + 3)
    }

    private static func choose(_ half: String, of times: [TimeOfDay]) -> [TimeOfDay] {
        times.filter { ($0.hour < 12) == (half == "am") }
    }

    /// Both times of day that the hands of a clock can mean.
    static func halves(_ hour: Int, _ minute: Int) -> [TimeOfDay] {
        let hours = hour >= 13 || hour == 0 ? [hour] : [hour % 12, hour % 12 + 12]
        return hours.compactMap { TimeOfDay(hour: $0, minute: minute) }
    }
}
