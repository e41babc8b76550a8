package import Conversation
package import FoundationEssentials
package import Pack

extension BusinessPack {
    /// The dealership of document 004, as it is installed. Read once; a shipped pack that does not load is a broken build.
    package static let dealership: BusinessPack = {
        do {
            return try load(InstalledBusiness.folder())
        } catch {
            preconditionFailure("the shipped business does not load:\n\(error)")
        }
    }()
}

extension Domain {
    /// What conversations with the dealership are about.
    package static func dealership(timeZone: TimeZone) -> Domain {
        BusinessPack.dealership.domain(timeZone: timeZone)
    }
}

extension SeedData {
    /// What a fresh database of the dealership holds.
    package static var dealership: SeedData { BusinessPack.dealership.seed }
}

extension OpeningHours {
    /// The dealership's, holidays included.
    package static var dealership: OpeningHours { BusinessPack.dealership.openingHours }
}
