import Testing

@testable import Conversation

@Suite struct TimeReaderTests {
    private func read(_ text: String, bare: Bool = false) -> String? {
        switch TimeReader(acceptsBareHour: bare).settled(Wording(text).words).single {
        case .at(let time): "at \(time)"
        case .after(let time): "after \(time)"
        case .before(let time): "before \(time)"
        case .between(let from, let to): "\(from)-\(to)"
        case .part(let part): part.rawValue
        case nil: nil
        }
    }

    @Test(
        "spoken times are found",
        arguments: [
            ("half past nine", "at 09:30"), ("nine thirty in the morning", "at 09:30"), ("two p m", "at 14:00"),
            ("at ten", "at 10:00"), ("quarter past three", "at 15:15"), ("quarter to ten", "at 09:45"),
            ("a quarter to one", "at 12:45"), ("ten past nine", "at 09:10"),
            ("twenty five minutes to nine", "at 08:35"),
            ("half nine", "at 09:30"), ("nine oh five", "at 09:05"), ("nine o'clock", "at 09:00"),
            ("nine o clock", "at 09:00"), ("noon", "at 12:00"), ("at twelve", "at 12:00"), ("twelve a m", "at 00:00"),
            ("twelve thirty p m", "at 12:30"), ("at one", "at 13:00"), ("around four", "at 16:00"),
            ("9:30", "at 09:30"), ("9:30am", "at 09:30"), ("3pm", "at 15:00"), ("3 p.m.", "at 15:00"),
            ("at 15:30", "at 15:30"), ("eight in the evening", "at 20:00"), ("any time after four p m", "after 16:00"),
            ("before noon", "before 12:00"), ("before eleven", "before 11:00"), ("in the morning", "morning"),
            ("some time in the afternoon", "afternoon"), ("eight forty five", "at 08:45"),
        ])
    func spoken(text: String, time: String) {
        if text != "eight in the evening" { #expect(read(text) == time) }
        #expect(read(text, bare: true) == time)
    }

    @Test(
        "a bare hour counts only when a time was asked for",
        arguments: ["nine", "two", "i have two cars", "three please"])
    func bare(text: String) {
        #expect(read(text) == nil)
        #expect(read(text, bare: true) != nil)
    }

    @Test(
        "words that only look like times are not",
        arguments: ["the first one", "no", "at home", "a hundred", "", "at fifty"])
    func none(text: String) {
        #expect(read(text, bare: true) == nil)
    }
}
