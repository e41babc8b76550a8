package import Conversation
import Pack

/// The agent's words, in English: templates by key, with the line's values in braces.
package struct EnglishPhrases: Phrasebook {
    package init() {}

    package func words(for line: Line) -> String {
        let wordings = Self.courtesies[line.key] ?? Self.bookings[line.key] ?? Self.questions[line.key] ?? []
        guard let template = wordings.isEmpty ? nil : wordings[min(line.attempt, wordings.count) - 1] else { return "" }
        let text = fill(template, line.values)
        if case .appointment = line { return text }
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// The template with its values.
    private func fill(_ template: String, _ values: [String: PhraseValue]) -> String {
        var text = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            text += name == "house" ? Domain.dealershipName : values[name].map(words) ?? ""
            rest = rest[rest.index(after: close)...]
        }
        text += rest
        return text
    }

    private func words(for value: PhraseValue) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): "\(number)"
        case .money(let dollars): "\(dollars) dollars"
        case .day(let day): Spoken.day(day)
        case .weekday(let weekday): Spoken.weekday(weekday)
        case .time(let time): Spoken.time(time)
        case .slot(let slot): "\(Spoken.day(slot.day)) at \(Spoken.time(slot.time))"
        case .duration(let minutes): Spoken.duration(minutes)
        case .phone(let digits): Spoken.phone(digits)
        case .email(let address): address.replacing("@", with: " at ").replacing(".", with: " dot ")
        case .line(let line): words(for: line)
        case .list(let values, let junction): Spoken.list(values.map(words), junction.rawValue)
        }
    }
}
