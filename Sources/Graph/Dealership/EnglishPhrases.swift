package import Conversation

/// The agent's words, in English.
package struct EnglishPhrases: Phrasebook {
    package init() {}

    package func words(for line: Line) -> String {
        courtesy(line) ?? question(line) ?? fact(line) ?? booking(line) ?? colleague(line) ?? ""
    }

    private func courtesy(_ line: Line) -> String? {
        switch line {
        case .greeting: "Thank you for calling \(Domain.dealershipName). How can I help you today?"
        case .stillThere(1): "Are you still there?"
        case .stillThere: "I'm still here. Just tell me how I can help."
        case .silentGoodbye: "I can't hear you, so I will hang up now. Please call again any time. Goodbye."
        case .goodbye: "Thank you for calling \(Domain.dealershipName). Goodbye."
        case .offerHelp: "What can I do for you?"
        case .nothingToRepeat: "I haven't said anything yet. How can I help?"
        case .welcome: "You're very welcome."
        case .introduction:
            "I'm the automated assistant of \(Domain.dealershipName). "
                + "I can answer questions, book a service or a test drive, or find you a colleague."
        case .takeYourTime: "Of course, take your time."
        case .listening: "I'm listening."
        case .niceToMeet(let name): "Nice to meet you, \(Self.first(name)). What can I do for you?"
        case .outOfScope(1):
            "Sorry, I didn't quite get that. You can ask a question, or book a service or a test drive."
        case .outOfScope: "I'm sorry, I still didn't get that."
        case .trouble: "I'm sorry, I can't look that up right now."
        default: nil
        }
    }

    private func fact(_ line: Line) -> String? {
        switch line {
        case .hours(let weekday, let span?):
            "On \(Spoken.weekday(weekday)) we are open from \(Spoken.time(span.open)) to \(Spoken.time(span.close))."
        case .hours(let weekday, nil): "On \(Spoken.weekday(weekday)) we are closed."
        case .prices(let offers): offers.prefix(3).map(Self.price).joined(separator: " ")
        case .durations(let offers): offers.prefix(3).map(Self.duration).joined(separator: " ")
        case .services(let offers):
            "We do " + Spoken.list(offers.prefix(5).map { $0.name.lowercased() + "s" }.map(Self.plural), "and")
                + ", among others."
        case .cars(let cars): Self.cars(cars)
        case .noAnswer: "I'm sorry, I don't know that."
        default: nil
        }
    }

    static func first(_ name: String) -> String {
        name.split(separator: " ").first.map(String.init) ?? name
    }

    private static func price(_ offer: ServiceOffer) -> String {
        "\(sentence(offer)) costs between \(offer.priceMin) and \(offer.priceMax) dollars, "
            + "and takes about \(Spoken.duration(offer.durationMin))."
    }

    private static func duration(_ offer: ServiceOffer) -> String {
        "\(sentence(offer)) takes about \(Spoken.duration(offer.durationMin))."
    }

    /// The service at the start of a sentence: `An oil change`.
    private static func sentence(_ offer: ServiceOffer) -> String {
        let name = offer.name.lowercased()
        return ("aeiou".contains(name.prefix(1)) ? "An " : "A ") + name
    }

    private static func plural(_ name: String) -> String {
        name.replacing("services", with: "service").replacing("diagnosticss", with: "diagnostics")
    }

    private static func cars(_ cars: [InventoryItem]) -> String {
        guard let only = cars.first, cars.count == 1 else {
            return "We have the " + Spoken.list(cars.prefix(4).map { "\($0.make) \($0.model)" }, "and the")
                + ", among others."
        }
        let state = only.isNew ? "new" : "used"
        return "We have a \(state) \(only.year) \(only.make) \(only.model) in \(only.color) for \(only.price) dollars."
    }
}
