package import Conversation
package import FoundationEssentials

/// A business: what it is called and when it is open, what it offers and to whom, what its agent says, and how a call runs.
package struct BusinessPack: Sendable {
    /// The name on the sign.
    package let name: String
    /// What a fresh database begins with.
    package let seed: SeedData
    /// What the agent may use, in the order of the pack.
    package let tools: [PackTool]
    /// Where its clocks hang; `nil`: wherever the program runs.
    package let timeZone: TimeZone?
    private let base: Domain

    init(_ domain: Domain, in timeZone: TimeZone?, seed: SeedData, tools: [PackTool]) {
        name = domain.name
        base = domain
        self.seed = seed
        self.tools = tools
        self.timeZone = timeZone
    }

    package var openingHours: OpeningHours { base.openingHours }

    /// What the conversation is about, in the business's own zone, else in the machine's.
    package var domain: Domain { domain(timeZone: timeZone ?? .current) }

    /// What the conversation is about, with clocks of a zone.
    package func domain(timeZone: TimeZone) -> Domain {
        var domain = base
        domain.timeZone = timeZone
        return domain
    }
}
