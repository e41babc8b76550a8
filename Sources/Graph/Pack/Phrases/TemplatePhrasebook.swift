package import Conversation

/// The agent's words as a pack has them: templates by key, with values spoken in English.
package struct TemplatePhrasebook: Phrasebook {
    /// The name that every template may use beside the values of its line.
    static let house = "house"

    private let house: String
    private let templates: [String: [PhraseTemplate]]

    /// - Parameters:
    ///   - house: The name of the business.
    ///   - templates: For every key at least one wording; several are for the first, the second, the third time.
    init(house: String, templates: [String: [PhraseTemplate]]) {
        self.house = house
        self.templates = templates
    }

    package func words(for line: Line) -> String {
        fragment(line).capitalizedStart
    }

    /// The line in the middle of a sentence. A line without words, which a pack that loaded does not have, is not spoken.
    private func fragment(_ line: Line) -> String {
        guard let wordings = templates[line.key], !wordings.isEmpty else { return "" }
        let values = line.values
        return wordings[min(max(line.attempt, 1), wordings.count) - 1].filled { name in
            name == Self.house ? house : values[name].map(spoken) ?? ""
        }
    }

    private func spoken(_ value: PhraseValue) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): "\(number)"
        case .money(let dollars): Spoken.money(dollars)
        case .day(let day): Spoken.day(day)
        case .weekday(let weekday): Spoken.weekday(weekday)
        case .time(let time): Spoken.time(time)
        case .slot(let slot): "\(Spoken.day(slot.day)) at \(Spoken.time(slot.time))"
        case .duration(let minutes): Spoken.duration(minutes)
        case .phone(let digits): Spoken.phone(digits)
        case .email(let address): Spoken.email(address)
        case .line(let line): fragment(line)
        case .list(let values, let junction): Spoken.list(values.map(spoken), junction.rawValue)
        }
    }
}
