import Conversation
import FoundationEssentials

extension PlayParser {
    /// Reads a line of the first part.
    mutating func readSetting(_ line: PlayLine<String>) {
        guard let (word, rest) = Self.field(line.value) else { return fail(.unknownLine(line.value), at: line.line) }
        switch word {
        case "clock", "zone":
            guard seen.insert(word).inserted else { return fail(.repeated(word), at: line.line) }
            if word == "clock" { readClock(rest, line.line) } else { readZone(rest, line.line) }
        case "booked":
            guard let booking = EarlierBooking(parsing: rest) else {
                return fail(.malformed(word, expected: EarlierBooking.form), at: line.line)
            }
            play.setting.booked.append(PlayLine(line.line, booking))
        case "full":
            guard let day = Day(rest) else { return fail(.malformed(word, expected: "YYYY-MM-DD"), at: line.line) }
            play.setting.full.append(PlayLine(line.line, day))
        default: fail(.unknownLine(line.value), at: line.line)
        }
    }

    private mutating func readClock(_ text: String, _ line: Int) {
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count == 2, let day = Day(parts[0]), let time = TimeOfDay(parts[1]) else {
            return fail(.malformed("clock", expected: "YYYY-MM-DD HH:MM"), at: line)
        }
        play.setting.clock = LocalTime(day: day, time: time)
    }

    private mutating func readZone(_ text: String, _ line: Int) {
        guard !text.isEmpty, TimeZone(identifier: text) != nil else {
            return fail(.malformed("zone", expected: "a time zone such as America/New_York"), at: line)
        }
        play.setting.zone = text
    }
}

extension AppointmentPattern {
    static let form = "SERVICE | YYYY-MM-DD | HH:MM | NAME | PHONE"

    /// Reads the fields between the bars; `nil` when one is no day, no time or no number, or when none says anything.
    package init?(parsing text: String) {
        let fields = text.split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmed }
        guard fields.count <= 5 else { return nil }
        func field(_ index: Int) -> String? {
            guard index < fields.count, !fields[index].isEmpty, fields[index] != "*" else { return nil }
            return fields[index]
        }
        self.init()
        (subject, name) = (field(0), field(3))
        if let text = field(1) {
            guard let day = Day(text) else { return nil }
            self.day = day
        }
        if let text = field(2) {
            guard let time = TimeOfDay(text) else { return nil }
            self.time = time
        }
        if let text = field(4) {
            let digits = text.filter { $0.isASCII && $0.isNumber }
            guard !digits.isEmpty else { return nil }
            phone = digits
        }
        guard self != AppointmentPattern() else { return nil }
    }

    /// Whether it says enough to be booked.
    var isBookable: Bool { subject != nil && day != nil && time != nil }
}
