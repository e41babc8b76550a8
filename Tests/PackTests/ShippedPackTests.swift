import Conversation
import Dealership
import FoundationEssentials
import Pack
import Testing

@Suite struct ShippedPackTests {
    private let pack = BusinessPack.dealership

    @Test("the dealership is a believable business")
    func size() {
        #expect(pack.name == "Riverside Motors")
        #expect(pack.seed.services.count >= 15)
        #expect(pack.seed.faq.count >= 30)
        #expect(pack.seed.inventory.count >= 60)
        #expect(pack.tools.count == 10)
        for skill in ["bay", "technician", "sales"] {
            #expect(pack.seed.resources.contains { $0.skills.contains(skill) })
        }
    }

    @Test("it is closed on holidays, and open on other days of the week")
    func hours() throws {
        let thanksgiving = try #require(Day("2026-11-26"))
        #expect(pack.openingHours.span(on: thanksgiving) == nil)
        #expect(pack.openingHours.span(on: thanksgiving.adding(days: 7))?.open.description == "08:00")
        #expect(pack.openingHours[.sunday] == nil)
    }

    @Test("its domain knows what its data has")
    func domain() {
        let domain = pack.domain(timeZone: .gmt)
        #expect(domain.services.map(\.name) == pack.seed.services.map(\.name))
        #expect(Set(domain.topics.map(\.category)) == Set(pack.seed.faq.map(\.category)))
        #expect(domain.topics.allSatisfy { !$0.phrases.isEmpty })
        #expect(domain.appointmentTypes == [.service, .testDrive])
    }
}
