import FoundationEssentials

/// Understanding by tables: deterministic, offline, English.
///
/// Facts are read first (mail, phone, plate, price, car, service, day, time, name; each reader sees blanks where another
/// found something). The utterance is cut into clauses, and each is given the first intent that matches in the order
/// control, undo, yes or no if that was asked, questions, the answer that was asked for, wishes to book, facts nobody asked
/// for, courtesies. Of several intents the first is the utterance's and the others are `also` wanted.
///
/// The work is linear in the words, of which at most `Wording.longest` are read.
package struct RuleUnderstanding: Sendable {
    let services: ServiceReader
    let vehicles: VehicleReader
    let topics: TopicReader
    let hours: OpeningHours?
    /// Whether dates are typed day first.
    let isDayFirst: Bool
    /// Whether phone numbers have seven digits, or ten with their area code.
    let hasAmericanPhones: Bool

    package init(services: [ServiceName], models: [ModelName], topics: [Topic] = []) {
        self.services = ServiceReader(services: services)
        vehicles = VehicleReader(models: models)
        self.topics = TopicReader(topics: topics)
        hours = nil
        isDayFirst = false
        hasAmericanPhones = false
    }

    package init(_ domain: Domain) {
        services = ServiceReader(services: domain.services)
        vehicles = VehicleReader(models: domain.models)
        topics = TopicReader(topics: domain.topics)
        hours = domain.openingHours
        isDayFirst = Self.isDayFirst(domain.timeZone.identifier)
        hasAmericanPhones = ["America/", "US/"].contains { domain.timeZone.identifier.hasPrefix($0) }
    }

    /// What the utterance means, without the facts in it.
    package func classify(_ utterance: Utterance) -> Interpretation {
        var found = interpret(utterance)
        found.slots = HeardSlots()
        return found
    }

    /// The facts in the utterance.
    package func extract(_ utterance: Utterance) -> HeardSlots {
        interpret(utterance).slots
    }

    /// Both: what is wanted, and with which facts.
    package func interpret(_ utterance: Utterance) -> Interpretation {
        let wording = Wording(utterance.text)
        guard !wording.isEmpty else { return Interpretation(.other, 0) }
        let facts = facts(wording, utterance)
        var found = intents(wording, facts, utterance.question)
        found.slots = facts.slots
        if [.escalation, .smallTalk, .abuse, .areYouRobot, .other].contains(found.intent) { found.slots.name = nil }
        return found
    }

    /// The words of a reply: the rules' own.
    package func phrase(_ plan: ReplyPlan) -> String { plan.text }

    /// In America months are typed first, elsewhere days.
    private static func isDayFirst(_ zone: String) -> Bool {
        ["Europe/", "Australia/", "Africa/", "Asia/", "Indian/", "Antarctica/"].contains { zone.hasPrefix($0) }
            || zone == "Pacific/Auckland"
    }
}
