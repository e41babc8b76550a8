/// Understanding by tables: deterministic, offline, English.
///
/// Facts are read first (phone before day before time, each blanking the words it used), then intents are tried in the
/// order control, undo, yes or no if that was asked, questions, wishes to book, the answer that was asked for,
/// anything volunteered. The first that matches wins.
package struct RuleUnderstanding: Sendable {
    private let services: ServiceReader
    private let vehicles: VehicleReader

    package init(services: [ServiceName], models: [ModelName]) {
        self.services = ServiceReader(services: services)
        vehicles = VehicleReader(models: models)
    }

    package init(_ domain: Domain) {
        self.init(services: domain.services, models: domain.models)
    }

    package func interpret(_ utterance: Utterance) -> Interpretation {
        let wording = Wording(utterance.text)
        let (question, today) = (utterance.question, utterance.at.day)
        guard !wording.isEmpty else { return Interpretation(.other, 0) }
        let slots = slots(wording, question, today)
        var found = intent(wording, slots, question)
        found.slots = slots
        if found.intent == .escalation || found.intent == .smallTalk { found.slots.name = nil }
        return found
    }

    // MARK: Facts

    private func slots(_ wording: Wording, _ question: Question?, _ today: Day) -> HeardSlots {
        var slots = HeardSlots()
        var words = wording.words
        if let year = YearReader.read(words) { words.blank(year.range) }
        if let phone = PhoneReader.read(words, isExpected: question == .phone) {
            if (7...15).contains(phone.value.count) {
                slots.phone = phone.value
                words.blank(phone.range)
            } else if question == .phone {
                slots.partialPhone = phone.value
                words.blank(phone.range)
            }
        }
        if let greeting = Self.greetings.lazy.compactMap({ wording.range(of: $0) }).first { words.blank(greeting) }
        if let day = DateReader(today: today).read(words) {
            slots.day = day.value
            words.blank(day.range)
        }
        let bare = question == .time || question == .date || (question == .confirmation && slots.phone == nil)
        slots.time = TimeReader(acceptsBareHour: bare).read(words)
        slots.service = services.read(wording)
        slots.vehicle = vehicles.read(wording)
        slots.name = NameReader(isExpected: question == .name).read(wording)
        slots.department = Self.department(wording)
        slots.target = Self.target(wording, question)
        return slots
    }

    /// Their "morning" is no time of day.
    private static let greetings: [Phrase] = ["good morning", "good afternoon", "good evening"]

    private static func department(_ wording: Wording) -> String? {
        let names: [(String, [Phrase])] = [
            ("sales", ["sales", "salesperson", "salesman"]), ("parts", ["parts department", "parts"]),
            ("finance", ["finance department", "finance"]),
            ("service", ["service department", "the service", "service desk", "workshop", "mechanic"]),
        ]
        return names.first { wording.has(any: $0.1) }?.0
    }

    /// The slot that a correction names, when a booking was read back.
    private static func target(_ wording: Wording, _ question: Question?) -> Question? {
        guard question == .confirmation || question == .correction else { return nil }
        let names: [(Question, [Phrase])] = [
            (.name, ["name", "spelling"]), (.phone, ["number", "phone", "phone number"]), (.time, ["time", "hour"]),
            (.date, ["day", "date"]), (.service, ["service", "the work"]), (.vehicle, ["car", "model"]),
        ]
        return names.first { wording.has(any: $0.1) }?.0
    }
}
