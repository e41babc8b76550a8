import Conversation
import Dealership
import Testing

@Suite struct OfferTests {
    @Test("a closed day is refused with its reason, and yes takes the next open one")
    func nextDay() throws {
        var caller = try Caller()
        try caller.says("i need an oil change")
        #expect(try caller.says("sunday").hasSuffix("How about Monday, May 11th?"))
        #expect(try caller.says("yes") == "What time would you like?")
        #expect(caller.slots.preferredDate == "2026-05-11")
    }

    @Test("the earliest opening is offered when the caller wants just that")
    func earliest() throws {
        var caller = try Caller()
        try caller.says("i need an oil change")
        #expect(try caller.says("the earliest you have").contains("On Monday, May 4th I have 10:30 AM or 11 AM"))
        #expect(try caller.says("the first one") == "May I have your name, please?")
        #expect(caller.slots.preferredTime == "10:30")
    }

    @Test("a full day leads to the openings of the next one")
    func full() throws {
        var caller = try Caller()
        for minutes in stride(from: 8 * 60, to: 18 * 60, by: 30) {
            guard let time = TimeOfDay(minutes: minutes) else { continue }
            try caller.somebodyBooks("2026-05-05", time.description)
        }
        try caller.says("i need an oil change")
        let reply = try caller.says("tomorrow at nine")
        #expect(reply.contains("nothing is free on Tuesday, May 5th"))
        #expect(reply.contains("On Wednesday, May 6th I have"))
        try caller.says("the last one")
        #expect(caller.slots.preferredDate == "2026-05-06")
    }

    @Test(
        "a slot that is lost at the last moment is replaced by one of the nearest two",
        arguments: [("the first one", "08:30"), ("nine thirty", "09:30"), ("the later one", "09:30")])
    func lost(text: String, time: String) throws {
        var caller = try Caller()
        try caller.says(all: [
            "book an oil change for tuesday at nine", "john smith", "five five five one two three four",
        ])
        try caller.somebodyBooks("2026-05-05", "09:00")
        let reply = try caller.says("yes")
        #expect(reply.hasPrefix("I'm sorry, somebody has just taken that time."))
        #expect(reply.contains("8:30 AM or 9:30 AM"))
        #expect(try caller.says(text).hasSuffix("Is that right?"))
        try caller.says("yes")
        #expect(caller.desk.appointments.map(\.time.description) == ["09:00", time])
        #expect(Set(caller.tools.compactMap(\.callID)).count == 2)
    }

    @Test("none of the offered times leads to another day")
    func none() throws {
        var caller = try Caller()
        try caller.somebodyBooks("2026-05-05", "09:00")
        try caller.says("book an oil change for tuesday at nine")
        #expect(try caller.says("no") == "Which day suits you?")
        #expect(caller.slots.preferredDate == nil)
    }

    @Test("a car that is not in stock is refused, and the nearest are offered")
    func car() throws {
        var caller = try Caller()
        let reply = try caller.says("i want to test drive a ford focus")
        #expect(caller.slots.serviceType == nil)
        #expect(reply.hasSuffix("Which car would you like to drive?"))
        #expect(try caller.says("the camry then") == "Which day suits you?")
        #expect(caller.slots.serviceType == "Toyota Camry")
    }

    @Test("a change of mind turns a service into a test drive and keeps who the caller is")
    func change() throws {
        var caller = try Caller()
        try caller.says(all: ["book an oil change for tuesday at nine", "john smith"])
        let reply = try caller.says("actually i'd rather book a test drive of the camry")
        #expect(reply.contains("A test drive, gladly."))
        #expect(caller.slots.serviceType == "Toyota Camry")
        #expect(caller.slots.appointmentType == .testDrive)
        #expect(caller.slots.customerName == "John Smith")
        #expect(caller.slots.preferredDate == "2026-05-05")
    }
}
