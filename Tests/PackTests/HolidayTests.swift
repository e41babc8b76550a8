import Conversation
import FoundationEssentials
import Pack
import Testing

@Suite struct HolidayTests {
    private func hours(_ holidays: String) throws -> OpeningHours {
        var files = try PackFolder.dentist()
        let bytes = try #require(files.contents["business.yaml"])
        let kept = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter {
            !$0.hasPrefix("  - { date") && !$0.hasPrefix("  - { every")
        }
        let text = kept.joined(separator: "\n").replacing("holidays:", with: "holidays:\n\(holidays)")
        files.contents["business.yaml"] = Array(text.utf8)
        return try BusinessPack(files).openingHours
    }

    @Test(
        "a rule is the same holiday of every year",
        arguments: [
            ("01-01", ["2026-01-01", "2027-01-01"]), ("last monday of may", ["2026-05-25", "2027-05-31"]),
            ("first monday of september", ["2026-09-07", "2027-09-06"]),
            ("fourth thursday of november", ["2026-11-26", "2027-11-25"]), ("02-29", ["2028-02-29"]),
        ])
    func rules(every: String, days: [String]) throws {
        let hours = try hours("  - { every: \"\(every)\", reason: A Day, hours: closed }")
        let found = hours.exceptions.keys.filter { (2026...2028).contains($0.year) }.sorted().map(\.description)
        #expect(Array(found.prefix(days.count)) == days)
        for day in days { #expect(hours.span(on: try #require(Day(day))) == nil) }
    }

    @Test("a holiday with hours is open for them, and a date is once")
    func once() throws {
        let hours = try hours("  - { date: 2026-05-16, reason: the open day, hours: \"10:00-14:30\" }")
        let day = try #require(Day("2026-05-16"))
        #expect(hours.exceptions.map { $0.key } == [day])
        #expect(hours.span(on: day)?.open.description == "10:00")
        #expect(hours.span(on: day)?.close.description == "14:30")
        #expect(hours.span(on: day.adding(days: 7)) == nil)
    }
}
