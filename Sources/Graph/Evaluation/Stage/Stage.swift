package import Conversation
import Dealership
package import FoundationEssentials
package import Speech
package import Store

/// What plays are performed on: a business, and what understands its callers.
package struct Stage: Sendable {
    package let domain: Domain
    /// What can be said truthfully before anybody asks a tool.
    package let facts: FactBook
    /// `nil`: rules alone.
    package var model: (any ChatModel)?
    /// A fresh database of the business, for one play.
    let database: @Sendable (Date) throws -> Database

    package init(
        domain: Domain, facts: FactBook, model: (any ChatModel)? = nil,
        database: @escaping @Sendable (Date) throws -> Database
    ) {
        self.domain = domain
        self.facts = facts
        self.model = model
        self.database = database
    }

    /// The dealership that comes with the program, in New York.
    package static var dealership: Stage {
        let domain = Domain.dealership(timeZone: TimeZone(identifier: "America/New_York") ?? .gmt)
        return Stage(domain: domain, facts: FactBook(domain, .dealership)) { try Database(now: $0) }
    }
}
