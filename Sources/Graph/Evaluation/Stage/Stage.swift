package import Conversation
import Dealership
package import FoundationEssentials
package import Pack
package import Speech
import Store

/// What plays are performed on: a business, and what understands its callers.
package struct Stage: Sendable {
    package let domain: Domain
    /// What can be said truthfully before anybody asks a tool.
    package let facts: FactBook
    /// `nil`: rules alone.
    package let model: (any ChatModel)?
    /// A fresh database of the business, for one play: its zone, and the time.
    let database: @Sendable (TimeZone, Date) throws(StoreError) -> Database

    /// - Parameter zone: The zone of the business; a play may name another.
    package init(_ pack: BusinessPack, zone: TimeZone = Stage.newYork, model: (any ChatModel)? = nil) {
        domain = pack.domain(timeZone: zone)
        facts = FactBook(domain, pack.seed)
        self.model = model
        let (seed, hours) = (pack.seed, pack.openingHours)
        database = { zone, now throws(StoreError) in
            try Database(seed: seed, hours: hours, zone: zone, now: now)
        }
    }

    /// The dealership that comes with the program.
    package static var dealership: Stage { Stage(.dealership) }

    /// Where plays take place unless they say otherwise.
    package static let newYork = TimeZone(identifier: "America/New_York") ?? .gmt
}
