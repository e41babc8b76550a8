import Conversation
import Foundation
import Testing

/// Days on which the clock changes: an hour in New York and London, half an hour on Lord Howe.
@Suite struct DaylightSavingTests {
    private func local(_ text: String) throws -> LocalTime {
        let fields = text.split(separator: " ").map(String.init)
        return LocalTime(day: try #require(Day(fields[0])), time: try #require(TimeOfDay(fields[1])))
    }

    private func zone(_ name: String) throws -> TimeZone {
        try #require(TimeZone(identifier: name), "the zones of the system are missing")
    }

    @Test(
        "a time that the clock skips is moved forward by as much",
        arguments: [
            ("America/New_York", "2026-03-08 02:30", "2026-03-08 03:30"),
            ("America/New_York", "2026-03-08 02:00", "2026-03-08 03:00"),
            ("Europe/London", "2026-03-29 01:15", "2026-03-29 02:15"),
            ("Australia/Lord_Howe", "2026-10-04 02:10", "2026-10-04 02:40"),
        ])
    func gap(name: String, skipped: String, shown: String) throws {
        let zone = try zone(name)
        #expect(LocalTime(try local(skipped).date(in: zone), in: zone) == (try local(shown)))
    }

    @Test(
        "of a time that the clock shows twice the first is taken",
        arguments: [
            ("America/New_York", "2026-11-01 01:30", "2026-11-01T05:30:00Z", 3_600),
            ("Europe/London", "2026-10-25 01:30", "2026-10-25T00:30:00Z", 3_600),
            ("Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-04T14:45:00Z", 1_800),
        ])
    func overlap(name: String, shown: String, first: String, seconds: Int) throws {
        let zone = try zone(name)
        let date = try local(shown).date(in: zone)
        #expect(date == (try Date(first, strategy: .iso8601)))
        let second = date.addingTimeInterval(Double(seconds))
        #expect(LocalTime(second, in: zone) == (try local(shown)), "it is shown a second time")
    }

    @Test(
        "every other minute of a year goes to a date and back",
        arguments: ["America/New_York", "Europe/London", "Australia/Lord_Howe", "GMT"])
    func roundTrip(name: String) throws {
        let zone = try zone(name)
        let start = try #require(Day("2026-01-01"))
        for offset in 0..<365 {
            for minutes in stride(from: 0, to: 1_440, by: 15) {
                let wall = LocalTime(day: start.adding(days: offset), time: try #require(TimeOfDay(minutes: minutes)))
                let back = LocalTime(wall.date(in: zone), in: zone)
                guard back != wall else { continue }
                #expect(zone.isDaylightSavingTime(for: wall.date(in: zone)), "\(wall.day) \(wall.time) in \(name)")
                #expect(back > wall && back.day == wall.day)
            }
        }
    }

    @Test("noon is noon the whole year, an hour nearer to Greenwich in summer")
    func noon() throws {
        let zone = try zone("America/New_York")
        #expect(try local("2026-01-15 12:00").date(in: zone) == (try Date("2026-01-15T17:00:00Z", strategy: .iso8601)))
        #expect(try local("2026-07-15 12:00").date(in: zone) == (try Date("2026-07-15T16:00:00Z", strategy: .iso8601)))
        #expect(try local("2026-03-08 12:00").date(in: zone) == (try Date("2026-03-08T16:00:00Z", strategy: .iso8601)))
        #expect(try local("2026-11-01 12:00").date(in: zone) == (try Date("2026-11-01T17:00:00Z", strategy: .iso8601)))
    }
}
