import Testing

@testable import Conversation

@Suite struct DateReaderTests {
    private func reader(_ day: String, _ change: (inout DateReader) -> Void = { _ in }) throws -> DateReader {
        var reader = DateReader(today: try #require(Day(day)))
        change(&reader)
        return reader
    }

    /// The days that are meant, read on a Monday, 2026-05-04.
    private func days(_ text: String, on day: String = "2026-05-04") throws -> [String] {
        try reader(day).settled(Wording(text).words).values.map(\.description)
    }

    @Test(
        "days counted from today are found",
        arguments: [
            ("today", "2026-05-04"), ("tomorrow morning", "2026-05-05"), ("the day after tomorrow", "2026-05-06"),
            ("yesterday", "2026-05-03"), ("tonight", "2026-05-04"), ("in two days", "2026-05-06"),
            ("in a week", "2026-05-11"), ("two weeks from today", "2026-05-18"), ("in a fortnight", "2026-05-18"),
            ("a fortnight from today", "2026-05-18"), ("in three days", "2026-05-07"), ("in 3 days", "2026-05-07"),
            ("in ten days time", "2026-05-14"), ("three days from now", "2026-05-07"),
            ("in a couple of days", "2026-05-06"),
            ("in a month", "2026-06-04"), ("in two months", "2026-07-04"), ("a week from tomorrow", "2026-05-12"),
            ("a week today", "2026-05-11"), ("tomorrow week", "2026-05-12"), ("in a week's time", "2026-05-11"),
            ("tmrw", "2026-05-05"), ("later today", "2026-05-04"), ("in two weeks", "2026-05-18"),
        ])
    func counted(text: String, day: String) throws {
        #expect(try days(text) == [day])
    }

    @Test(
        "weekdays are found",
        arguments: [
            ("on friday", "2026-05-08"), ("monday", "2026-05-11"), ("this monday", "2026-05-04"),
            ("next tuesday", "2026-05-12"), ("next saturday", "2026-05-16"), ("tuesday next week", "2026-05-12"),
            ("next week on tuesday", "2026-05-12"), ("next week maybe tuesday", "2026-05-12"),
            ("a week on monday", "2026-05-18"), ("a week on tuesday", "2026-05-12"), ("tuesday week", "2026-05-12"),
            ("a week from friday", "2026-05-15"), ("friday week", "2026-05-15"), ("two weeks on friday", "2026-05-22"),
            ("two weeks from friday", "2026-05-22"), ("a fortnight on friday", "2026-05-22"),
            ("last friday", "2026-05-01"),
            ("this weekend", "2026-05-09"), ("next weekend", "2026-05-16"), ("on saturdays", "2026-05-09"),
            ("this coming thursday", "2026-05-07"), ("the following wednesday", "2026-05-06"),
            ("friday the week after next", "2026-05-22"), ("the week after next on friday", "2026-05-22"),
            ("tuesday the twelfth", "2026-05-12"), ("thursday the 7th", "2026-05-07"),
            ("friday june fifth", "2026-06-05"),
            ("fri", "2026-05-08"), ("Weds at 9", "2026-05-06"), ("first monday in june", "2026-06-01"),
            ("the second tuesday of june", "2026-06-09"), ("the last friday of the month", "2026-05-29"),
            ("the first monday of next month", "2026-06-01"), ("the last monday in may", "2026-05-25"),
            ("later this week on thursday", "2026-05-07"),
        ])
    func weekdays(text: String, day: String) throws {
        #expect(try days(text) == [day])
    }

    @Test(
        "dates of the calendar are found",
        arguments: [
            ("the third of may", "2026-05-03"), ("may third", "2026-05-03"), ("may the twenty third", "2026-05-23"),
            ("the twenty third of may", "2026-05-23"), ("june 5th", "2026-06-05"), ("5 june", "2026-06-05"),
            ("june twenty", "2026-06-20"), ("the thirty first of july", "2026-07-31"), ("january first", "2027-01-01"),
            ("the fifteenth", "2026-05-15"), ("on the second at ten", "2026-06-02"), ("the 9th please", "2026-05-09"),
            ("third of june", "2026-06-03"), ("the third of june twenty twenty seven", "2027-06-03"),
            ("june 3rd 2027", "2027-06-03"), ("the tenth of next month", "2026-06-10"),
            ("the tenth of this month", "2026-05-10"),
            ("2026-05-20", "2026-05-20"), ("6/3", "2026-06-03"), ("6/3/26", "2026-06-03"), ("06/03/2026", "2026-06-03"),
            ("13/6", "2026-06-13"), ("3.6.2026", "2026-06-03"), ("6-3-2026", "2026-06-03"),
            ("end of the month", "2026-05-31"),
            ("the end of june", "2026-06-30"), ("the beginning of next month", "2026-06-01"),
            ("mid may or so the 14th", "2026-05-14"),
            ("december thirty first", "2026-12-31"), ("sept 9", "2026-09-09"),
            ("the thirteenth day of june", "2026-06-13"), ("wednesday the thirteenth same time", "2026-05-13"),
        ])
    func calendar(text: String, day: String) throws {
        #expect(try days(text) == [day])
    }

    @Test(
        "holidays are found, and the days beside a day",
        arguments: [
            ("on christmas day", "2026-12-25"), ("christmas eve", "2026-12-24"), ("thanksgiving", "2026-11-26"),
            ("memorial day", "2026-05-25"), ("labor day", "2026-09-07"), ("new year's day", "2027-01-01"),
            ("the day after christmas", "2026-12-26"), ("the day before the fourth of july", "2026-07-03"),
            ("the day after friday", "2026-05-09"), ("the day after thanksgiving at ten", "2026-11-27"),
        ])
    func holidays(text: String, day: String) throws {
        #expect(try days(text) == [day])
    }

    @Test(
        "a wish for a holiday is no day", arguments: ["merry christmas", "what are your christmas hours", "a new car"])
    func greetings(text: String) throws {
        #expect(try days(text) == [])
    }

    @Test(
        "what is refused is not meant, and what replaces it is",
        arguments: [
            ("not monday but tuesday", ["2026-05-05"]), ("not tuesday wednesday", ["2026-05-06"]),
            ("any day but friday", []), ("any day except monday", []), ("not on monday", []), ("i can't do monday", []),
            ("monday doesn't work", []), ("tuesday morning is no good", []),
            ("tuesday no wait thursday", ["2026-05-07"]),
            ("tuesday actually make it wednesday", ["2026-05-06"]), ("from tuesday to wednesday", ["2026-05-06"]),
            ("tuesday so wednesday would be better", ["2026-05-06"]),
            ("wednesday would be better than tuesday", ["2026-05-06"]),
            ("i'm booked for wednesday could i come friday instead", ["2026-05-08"]),
            ("my appointment is on friday can i move it to wednesday", ["2026-05-06"]),
            ("we leave on the twentieth and i'd like it done before that", []),
            ("maybe friday or no wait i work friday saturday then", ["2026-05-09"]), ("i'm busy on monday", []),
            ("instead of friday thursday", ["2026-05-07"]), ("why not friday", ["2026-05-08"]),
            ("any day after tuesday", []), ("some time before friday", []), ("next week any day after tuesday", []),
        ] as [(String, [String])])
    func refused(text: String, meant: [String]) throws {
        #expect(try days(text) == meant)
    }

    @Test(
        "several days leave a choice",
        arguments: [
            ("tuesday or wednesday", ["2026-05-05", "2026-05-06"]),
            ("the fifth or maybe the seventh", ["2026-05-05", "2026-05-07"]),
            ("next sunday", ["2026-05-10", "2026-05-17"]), ("tuesday the thirteenth", ["2026-05-05", "2026-05-13"]),
        ] as [(String, [String])])
    func choices(text: String, meant: [String]) throws {
        #expect(try days(text) == meant)
    }

    @Test("said on a Sunday, next Monday is tomorrow or in eight days, and next Sunday in a week")
    func sunday() throws {
        #expect(try days("sunday", on: "2026-05-03") == ["2026-05-10"])
        #expect(try days("next sunday", on: "2026-05-03") == ["2026-05-10"])
        #expect(try days("next monday", on: "2026-05-03") == ["2026-05-04", "2026-05-11"])
    }

    @Test("a weekend is the days of it on which the house is open")
    func weekend() throws {
        let words = Wording("this weekend").words
        let both = try reader("2026-05-04") { $0.isOpen = { _ in true } }
        #expect(both.settled(words).values.map(\.description) == ["2026-05-09", "2026-05-10"])
        let sunday = try reader("2026-05-04") { $0.isOpen = { $0.weekday == .sunday } }
        #expect(sunday.settled(words).values.map(\.description) == ["2026-05-10"])
    }

    @Test("the end of a month is its last open day")
    func lastOpenDay() throws {
        let weekdays = try reader("2026-05-04") { $0.isOpen = { $0.weekday.rawValue < 6 } }
        #expect(weekdays.settled(Wording("end of the month").words).single?.description == "2026-05-29")
    }

    @Test("outside America days are typed before months")
    func dayFirst() throws {
        let british = try reader("2026-05-04") { $0.isDayFirst = true }
        #expect(british.settled(Wording("6/7").words).single?.description == "2026-07-06")
    }

    @Test(
        "words that only look like days are not",
        arguments: [
            "the first one please", "i may come by", "my second car", "it takes two days", "february thirtieth",
            "nothing", "",
            "week", "2026-02-30", "31/31", "next week", "the first available", "a week", "in", "the", "next", "june",
            "the third time", "25/25/2026", "in a", "a week on", "the end of", "in zero days", "9:30",
        ])
    func none(text: String) throws {
        #expect(try days(text).isEmpty)
    }

    @Test("a leap day is found in the next year that has one nearby, or not at all")
    func leapDay() throws {
        #expect(try days("february twenty ninth", on: "2028-01-10") == ["2028-02-29"])
        #expect(try days("february twenty ninth", on: "2026-01-10").isEmpty)
        #expect(try days("tomorrow", on: "2028-02-28") == ["2028-02-29"])
        #expect(try days("in a month", on: "2026-01-31") == ["2026-02-28"])
    }

    @Test("the year turns")
    func newYear() throws {
        #expect(try days("tomorrow", on: "2026-12-31") == ["2027-01-01"])
        #expect(try days("january second", on: "2026-12-30") == ["2027-01-02"])
        #expect(try days("next friday", on: "2026-12-30") == ["2027-01-08"])
        #expect(try days("the second", on: "2026-12-30") == ["2027-01-02"])
        #expect(try days("first monday of next month", on: "2026-12-30") == ["2027-01-04"])
    }

    @Test("a date that has passed is said to have passed, when that was not long ago")
    func past() throws {
        #expect(try days("april twentieth") == ["2026-04-20"])
        #expect(try days("2020-05-01") == ["2020-05-01"])
        #expect(try days("february first") == ["2027-02-01"])
    }
}
