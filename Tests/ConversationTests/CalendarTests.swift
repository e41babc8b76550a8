import Conversation
import FoundationEssentials
import Testing

@Suite struct CalendarTests {
    @Test("days and their parts convert both ways over four centuries")
    func roundTrip() throws {
        var previous = try #require(Day("1899-12-31"))
        for number in (previous.number + 1)...(previous.number + 146_097) {
            let day = Day(number: number)
            #expect(Day(year: day.year, month: day.month, day: day.dayOfMonth) == day)
            if day.number % 97 == 0 { #expect(Day(day.description) == day) }
            #expect(day.dayOfMonth == previous.dayOfMonth + 1 || day.dayOfMonth == 1)
            previous = day
        }
    }

    @Test("known days have their weekdays")
    func weekdays() {
        #expect(Day("1970-01-01")?.weekday == .thursday)
        #expect(Day("2026-05-04")?.weekday == .monday)
        #expect(Day("2000-02-29")?.weekday == .tuesday)
        #expect(Day("1969-12-31")?.weekday == .wednesday)
    }

    @Test(
        "what is no day is refused",
        arguments: [
            "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "", "2026-5-4", "today", "2026-05-0x", "-026-05-04",
        ])
    func noDay(text: String) {
        #expect(Day(text) == nil)
    }

    @Test("what is no time is refused", arguments: ["24:00", "9:00", "12:60", "", "noon", "12:0", "-1:00"])
    func noTime(text: String) {
        #expect(TimeOfDay(text) == nil)
    }

    @Test(
        "a date is the local day and time of its zone",
        arguments: [(0, "2026-05-04", "00:30"), (-3600, "2026-05-03", "23:30"), (3600, "2026-05-04", "01:30")])
    func zones(offset: Int, day: String, time: String) throws {
        let zone = try #require(TimeZone(secondsFromGMT: offset))
        let local = LocalTime(Date(timeIntervalSince1970: 1_777_854_600), in: zone)
        #expect(local.day.description == day)
        #expect(local.time.description == time)
    }

    @Test("work starts only when it can be done before closing")
    func starts() throws {
        let span = OpeningHours.Span(try #require(TimeOfDay("09:00")), try #require(TimeOfDay("11:00")))
        let hours = OpeningHours([.monday: span])
        let monday = try #require(Day("2026-05-04"))
        #expect(hours.starts(on: monday, duration: 60).map(\.description) == ["09:00", "09:30", "10:00"])
        #expect(hours.starts(on: monday, duration: 180).isEmpty)
        #expect(hours.starts(on: monday.adding(days: 6), duration: 30).isEmpty)
        let closed = OpeningHours([.monday: span], except: [monday: .init("May Day")])
        #expect(closed.starts(on: monday, duration: 60).isEmpty)
    }
}
