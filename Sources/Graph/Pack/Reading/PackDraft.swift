import Conversation
import Document
import FoundationEssentials

/// A pack whose files have been read, before they are compared with each other. `nil`: not there, or not in shape.
struct PackDraft: Sendable {
    let business: PackEntry<BusinessRecord>?
    let services: [PackEntry<ServiceRecord>]?
    let models: [PackEntry<ModelRecord>]?
    let inventory: [PackEntry<InventoryItem>]?
    let customers: [PackEntry<CustomerRow>]?
    let questions: [PackEntry<QuestionRecord>]?
    let phrases: DocumentValue?
    let tools: [PackEntry<ToolRecord>]?
    let graph: DocumentValue?

    /// The business, if all that a call needs is there and nothing is wrong with it; everything else is reported.
    func pack(_ problems: inout PackProblems) -> BusinessPack? {
        let hours = business.map { self.hours(of: $0, &problems[.business]) }
        let phrases = phrases.map {
            TemplatePhrasebook(house: business?.record.name ?? "", $0, &problems[.phrases])
        }
        let zone = business.flatMap { Self.zone(of: $0, &problems[.business]) }
        check(&problems)
        guard let hours, let phrases, let seed, let record = business?.record, let tools else { return nil }
        var domain = Domain(
            name: record.name, timeZone: .gmt, openingHours: hours,
            services: services?.map(\.record.name) ?? [], models: models?.map(\.record.name) ?? [], topics: topics,
            appointmentTypes: record.appointmentTypes, policies: policies,
            bookingHorizon: record.horizonDays ?? 120, phrases: phrases)
        domain.toolDescriptions = tools.reduce(into: [:]) { $0[$1.record.tool.name] = $1.record.tool.description }
        do {
            domain.graph = try graph.map { document throws(InvalidDocument) in
                try ConversationPlan(document, file: PackFile.graph.name, for: domain)
            }
        } catch {
            problems[.graph].report(error)
        }
        return BusinessPack(domain, in: zone, seed: seed, tools: tools.map(\.record.tool))
    }

    private static func zone(
        of business: PackEntry<BusinessRecord>, _ problems: inout DocumentProblems
    ) -> TimeZone? {
        guard let name = business.record.timeZone else { return nil }
        let zone = TimeZone(identifier: name)
        if zone == nil {
            problems.report("is no time zone such as America/New_York", at: business.source["time_zone"])
        }
        return zone
    }

    private var seed: SeedData? {
        guard let business = business?.record, let services, let questions else { return nil }
        return SeedData(
            services: services.map(\.record.offer), faq: questions.map(\.record.entry),
            inventory: inventory?.map(\.record) ?? [], customers: customers?.map(\.record.customer) ?? [],
            resources: business.resources.map(\.resource), testDrive: business.testDrive ?? TestDriveOffer())
    }

    /// The phrases that ask, by category, in the order of the FAQ.
    private var topics: [Topic] {
        var order: [String] = []
        var phrases: [String: [String]] = [:]
        for question in questions?.map(\.record) ?? [] {
            let category = question.entry.category
            if phrases[category] == nil { order.append(category) }
            phrases[category, default: []] += question.asks
        }
        return order.map { Topic($0, phrases: phrases[$0] ?? []) }
    }

    private var policies: [String: ToolPolicy] {
        (tools ?? []).reduce(into: [:]) { policies, tool in
            let policy = tool.record.tool.policy
            policies[tool.record.name] = policy == .auto ? nil : policy
        }
    }
}
