import Testing

@testable import Conversation

@Suite struct TimeReaderTests {
    private func read(_ text: String, bare: Bool = false, _ span: OpeningHours.Span? = nil) -> [String] {
        TimeReader(acceptsBareHour: bare, span: span).settled(Wording(text).words).values.map { mention in
            switch mention {
            case .at(let time): "at \(time)"
            case .after(let time): "after \(time)"
            case .before(let time): "before \(time)"
            case .between(let from, let to): "\(from)-\(to)"
            case .part(let part): part.rawValue
            }
        }
    }

    private func span(_ open: Int, _ close: Int) throws -> OpeningHours.Span {
        OpeningHours.Span(try #require(TimeOfDay(hour: open)), try #require(TimeOfDay(hour: close)))
    }

    @Test(
        "times are found without being asked for",
        arguments: [
            ("half past nine", "at 09:30"), ("nine thirty in the morning", "at 09:30"), ("two p m", "at 14:00"),
            ("at ten", "at 10:00"), ("quarter past three", "at 15:15"), ("quarter to ten", "at 09:45"),
            ("a quarter to one", "at 12:45"), ("ten past nine", "at 09:10"),
            ("twenty five minutes to nine", "at 08:35"),
            ("half nine", "at 09:30"), ("nine oh five", "at 09:05"), ("nine o'clock", "at 09:00"),
            ("nine o clock", "at 09:00"), ("noon", "at 12:00"), ("at twelve", "at 12:00"), ("twelve a m", "at 00:00"),
            ("twelve thirty p m", "at 12:30"), ("at one", "at 13:00"), ("around four", "at 16:00"),
            ("9:30", "at 09:30"),
            ("9:30am", "at 09:30"), ("3pm", "at 15:00"), ("3 p.m.", "at 15:00"), ("at 15:30", "at 15:30"),
            ("at 9", "at 09:00"),
            ("9am", "at 09:00"), ("21:00", "at 21:00"), ("midnight", "at 00:00"), ("nine ish", "at 09:00"),
            ("9.30", "at 09:30"), ("at 930", "at 09:30"), ("930 am", "at 09:30"), ("quarter of ten", "at 09:45"),
            ("ten to nine", "at 08:50"), ("nine o'clock sharp", "at 09:00"),
            ("nine o'clock in the morning", "at 09:00"),
            ("eight forty five", "at 08:45"), ("three fifteen pm", "at 15:15"), ("half past twelve", "at 12:30"),
            ("at nine tonight", "at 21:00"), ("make it ten", "at 10:00"),
        ])
    func exact(text: String, time: String) {
        #expect(read(text) == [time])
        #expect(read(text, bare: true) == [time])
    }

    @Test(
        "ranges are found",
        arguments: [
            ("any time after four p m", "after 16:00"), ("before noon", "before 12:00"),
            ("before eleven", "before 11:00"),
            ("no earlier than ten", "after 10:00"), ("not before ten", "after 10:00"), ("by noon", "before 12:00"),
            ("no later than three", "before 15:00"), ("not after four", "before 16:00"),
            ("from two onwards", "after 14:00"),
            ("at ten at the latest", "before 10:00"), ("at nine or later", "after 09:00"),
            ("until five", "before 17:00"),
            ("between four and five", "16:00-17:00"), ("from nine to eleven", "09:00-11:00"),
            ("between eleven and one", "11:00-13:00"), ("nine am to eleven am", "09:00-11:00"),
            ("in the morning", "morning"), ("some time in the afternoon", "afternoon"), ("tonight", "evening"),
            ("late afternoon", "after 15:00"), ("early morning", "before 10:00"), ("lunchtime", "12:00-14:00"),
            ("after lunch", "after 13:00"), ("after work", "after 17:00"), ("first thing", "morning"),
            ("end of the day", "afternoon"), ("nine i mean one in the afternoon", "at 13:00"),
        ])
    func ranges(text: String, time: String) {
        #expect(read(text) == [time])
    }

    @Test(
        "a bare hour counts only when a time was asked for",
        arguments: ["nine", "two", "i have two cars", "three please"])
    func bare(text: String) {
        #expect(read(text).isEmpty)
        #expect(read(text, bare: true).count == 1)
    }

    @Test(
        "an hour without its half is the one at which the house is open",
        arguments: [
            ("at seven", 8, 20, ["at 19:00"]), ("at seven", 6, 18, ["at 07:00"]), ("at eight", 8, 18, ["at 08:00"]),
            ("at eight", 9, 21, ["at 20:00"]), ("at seven", 7, 20, ["at 07:00", "at 19:00"]),
            ("at two", 8, 18, ["at 14:00"]),
            ("at seven in the evening", 7, 20, ["at 19:00"]), ("at six", 8, 18, ["at 18:00"]),
            ("at 07:00", 7, 20, ["at 07:00"]),
            ("first thing", 8, 18, ["at 08:00"]), ("end of the day", 8, 18, ["after 16:00"]),
        ] as [(String, Int, Int, [String])])
    func halves(text: String, open: Int, close: Int, times: [String]) throws {
        #expect(read(text, try span(open, close)) == times)
    }

    @Test(
        "what is refused is not meant, what replaces it is, and what stands beside it leaves a choice",
        arguments: [
            ("not at nine but at ten", ["at 10:00"]), ("at nine no wait at ten", ["at 10:00"]),
            ("at nine actually make it ten", ["at 10:00"]), ("at nine or ten", ["at 09:00", "at 10:00"]),
            ("nine thirty or ten thirty", ["at 09:30", "at 10:30"]), ("at nine doesn't work", []),
        ] as [(String, [String])])
    func settled(text: String, times: [String]) {
        #expect(read(text) == times)
    }

    @Test(
        "words that only look like times are not",
        arguments: [
            "the first one", "no", "at home", "a hundred", "", "at fifty", "25:99", "half", "quarter", "half of it",
            "quarter to",
            "like six thousand miles", "about five hundred dollars", "between", "from", "between the two of us", "oh",
            "99:99", "in two days",
        ])
    func none(text: String) {
        #expect(read(text, bare: text != "between the two of us").isEmpty)
    }

    @Test("a wish admits the times within it, both ends included")
    func admits() throws {
        let (ten, noon) = (try #require(TimeOfDay(hour: 10)), try #require(TimeOfDay(hour: 12)))
        #expect(TimeMention.between(ten, noon).admits(ten) && TimeMention.between(ten, noon).admits(noon))
        #expect(!TimeMention.between(ten, noon).admits(try #require(TimeOfDay(hour: 13))))
        #expect(TimeMention.after(ten).admits(noon) && !TimeMention.before(ten).admits(noon))
        #expect(TimeMention.part(.morning).admits(ten) && !TimeMention.part(.morning).admits(noon))
    }
}
