import Testing

@testable import Conversation

@Suite struct DateReaderTests {
    /// Read on a Monday, 2026-05-04.
    private func read(_ text: String, on day: String = "2026-05-04") throws -> String? {
        DateReader(today: try #require(Day(day))).settled(Wording(text).words).single?.description
    }

    @Test(
        "spoken days are found",
        arguments: [
            ("today", "2026-05-04"), ("tomorrow morning", "2026-05-05"), ("the day after tomorrow", "2026-05-06"),
            ("yesterday", "2026-05-03"), ("tonight", "2026-05-04"), ("on friday", "2026-05-08"),
            ("monday", "2026-05-11"), ("this monday", "2026-05-04"), ("next tuesday", "2026-05-12"),
            ("tuesday next week", "2026-05-12"), ("next week on tuesday", "2026-05-12"),
            ("a week on monday", "2026-05-18"), ("a week from friday", "2026-05-15"), ("friday week", "2026-05-15"),
            ("last friday", "2026-05-01"), ("this weekend", "2026-05-09"), ("next weekend", "2026-05-16"),
            ("on saturdays", "2026-05-09"),
            ("the third of may", "2026-05-03"), ("may third", "2026-05-03"), ("may the twenty third", "2026-05-23"),
            ("the twenty third of may", "2026-05-23"), ("june 5th", "2026-06-05"), ("5 june", "2026-06-05"),
            ("june twenty", "2026-06-20"), ("the thirty first of july", "2026-07-31"),
            ("january first", "2027-01-01"), ("the fifteenth", "2026-05-15"), ("on the second at ten", "2026-06-02"),
            ("in two days", "2026-05-06"), ("in a week", "2026-05-11"), ("two weeks from today", "2026-05-18"),
            ("2026-05-20", "2026-05-20"),
        ])
    func spoken(text: String, day: String) throws {
        #expect(try read(text) == day)
    }

    @Test(
        "words that only look like days are not",
        arguments: [
            "the first one please", "i may come by", "my second car", "it takes two days", "february thirtieth",
            "nothing",
            "", "week",
        ])
    func none(text: String) throws {
        #expect(try read(text) == nil)
    }

    @Test("a leap day is found in the next year that has one nearby, or not at all")
    func leapDay() throws {
        #expect(try read("february twenty ninth", on: "2028-01-10") == "2028-02-29")
        #expect(try read("february twenty ninth", on: "2026-01-10") == nil)
    }
}
