import Conversation

extension Fixture {
    /// The slots that were heard otherwise than they were meant, by name.
    func misses(in heard: HeardSlots, of domain: Domain) -> [String] {
        let names = Self.named(heard)
        return slots.sorted { $0.key < $1.key }.compactMap { slot, value in
            let isRight = slot == "service" ? Self.isService(value, heard, of: domain) : names[slot] == value
            return isRight ? nil : "\(slot) \(names[slot] ?? "missing"), not \(value)"
        }
    }

    /// The facts of an utterance by the names the fixtures use.
    static func named(_ slots: HeardSlots) -> [String: String] {
        var names: [String: String] = [:]
        names["service"] = slots.service
        names["day"] = weekday(slots)
        names["date"] = slots.day?.description
        names["name"] = slots.name
        names["digits"] = slots.phone
        names["email"] = slots.email
        names["model"] = slots.vehicle?.model
        names["year"] = slots.vehicle?.year.map(String.init)
        names["dept"] = slots.department
        switch slots.time {
        case .at(let time): names["time"] = time.description
        case .after(let time): names["after"] = time.description
        case .before(let time): names["before"] = time.description
        case .between(let from, let to): names["between"] = "\(from)-\(to)"
        case .part(let part): names["part"] = part.rawValue
        case nil: break
        }
        return names
    }

    /// A time as the fixtures spell it, whatever end of a range it is.
    static func spelled(_ time: TimeMention) -> String {
        switch time {
        case .at(let time), .after(let time), .before(let time): time.description
        case .between(let from, let to): "\(from)-\(to)"
        case .part(let part): part.rawValue
        }
    }

    /// The weekday, also where two such days are left to choose from.
    private static func weekday(_ slots: HeardSlots) -> String? {
        if case .day(let days)? = slots.choice, Set(days.map(\.weekday)).count == 1 { return days.first?.weekday.name }
        return slots.day?.weekday.name
    }

    /// Whether the service that was heard is one the domain calls so; where several are, all of them must be left to choose.
    static func isService(_ phrase: String, _ heard: HeardSlots, of domain: Domain) -> Bool {
        let meant = Set(
            domain.services.filter { $0.synonyms.contains(phrase) || $0.name.lowercased() == phrase }.map(\.name))
        if case .service(let names)? = heard.choice { return Set(names) == meant }
        return heard.service.map(meant.contains) ?? false
    }
}
