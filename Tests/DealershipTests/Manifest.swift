import Conversation
import Foundation
import Testing

/// The recorded callers of `../shared/fixtures/manifest.json`, beside the repository: the texts, what they mean, and the
/// slots in the words that were said.
struct Manifest {
    struct Entry: Decodable {
        let file: String
        let text: String?
        let intent: String
        let slots: [String: String]?
        let state: String?
    }

    let entries: [Entry]

    /// Fails when the file is missing: there is no figure without it.
    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let places = [root, root.resolvingSymlinksInPath()].map {
            $0.deletingLastPathComponent().appending(path: "shared/fixtures/manifest.json")
        }
        let place = places.first { FileManager.default.fileExists(atPath: $0.path()) }
        let file = try #require(place, "the fixtures are missing: \(places.map { $0.path() })")
        entries = try JSONDecoder().decode([Entry].self, from: Data(contentsOf: file))
    }
}

extension Manifest.Entry {
    /// What the caller was asked.
    var question: Question? {
        switch state {
        case "datetime": .date
        case "name": .name
        case "phone": .phone
        case "vehicle": .vehicle
        case "confirm": .confirmation
        default: nil
        }
    }

    /// The intent by its name here; noise has none.
    var meant: Intent? { intent == "escalate" ? .escalation : Intent(rawValue: intent) }

    /// The slots that are meant, by kind and in one spelling: a month and its date are one day, an hour and its half of the
    /// day one time.
    func wanted(_ domain: Domain) -> [String: Set<String>] {
        var wanted: [String: Set<String>] = [:]
        let slots = slots ?? [:]
        if let month = slots["month"], let date = slots["date"] {
            wanted["day"] = [Self.dates["\(month) \(date)"] ?? "?"]
        }
        if let day = slots["day"] { wanted["day"] = [Self.days[day] ?? day] }
        if let time = slots["time"] { wanted["time"] = [Self.times["\(time) \(slots["part"] ?? "")"] ?? time] }
        if let part = slots["part"], slots["time"] == nil { wanted["time"] = [part] }
        if let service = slots["service"] {
            wanted["service"] = Set(domain.services.filter { $0.synonyms.contains(service) }.map(\.name))
        }
        if let model = slots["model"] {
            let models = domain.models.filter { $0.synonyms.contains(model) || $0.kinds.contains(model) }
            wanted["model"] = Set(models.map(\.model))
        }
        if let year = slots["year"] { wanted["year"] = [Self.years[year] ?? year] }
        for key in ["name", "digits", "dept"] { if let value = slots[key] { wanted[key] = [value] } }
        return wanted
    }

    /// The day as weekday, or as month and day where no weekday was said.
    private static let days = ["tomorrow": "tuesday", "weekend": "saturday"]
    private static let dates = ["march third": "03-03", "june fifteenth": "06-15"]
    private static let years = ["two thousand eighteen": "2018"]
    private static let times = [
        "nine ": "09:00", "ten morning": "10:00", "eleven a m": "11:00", "four p m": "16:00", "nine thirty ": "09:30",
        "two thirty afternoon": "14:30",
    ]

    /// The slots that were heard, in the same spelling.
    func heard(_ slots: HeardSlots, _ wanted: [String: Set<String>]) -> [String: Set<String>] {
        var heard: [String: Set<String>] = [:]
        let isDate = wanted["day"]?.contains { $0.contains("-") } ?? false
        var days = slots.day.map { [$0] } ?? []
        if case .day(let choice)? = slots.choice { days = choice }
        if !days.isEmpty {
            heard["day"] = Set(days.map { isDate ? String($0.description.dropFirst(5)) : $0.weekday.name })
        }
        if let time = slots.time { heard["time"] = [Fixture.spelled(time)] }
        if let service = slots.service { heard["service"] = Set([service] + slots.otherServices) }
        if case .service(let names)? = slots.choice { heard["service"] = Set(names) }
        if let model = slots.vehicle?.model { heard["model"] = [model] }
        if let models = slots.vehicle?.models, !models.isEmpty { heard["model"] = Set(models) }
        heard["year"] = slots.vehicle?.year.map { [String($0)] }
        heard["name"] = slots.name.map { [$0] }
        heard["digits"] = (slots.phone ?? slots.partialPhone).map { [$0] }
        heard["dept"] = slots.department.map { [$0] }
        return heard
    }
}
