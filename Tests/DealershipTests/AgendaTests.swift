import Conversation
import Dealership
import Engine
import Testing

@Suite struct AgendaTests {
    @Test("a question and a wish in one sentence: the answer first, then the booking goes on")
    func questionFirst() throws {
        var caller = try Caller(assistance: 1.1)
        var slots = HeardSlots()
        slots.service = "Oil Change"
        let heard = Interpretation(.bookService, 0.9, slots, also: [.thanks, .faqLocation])
        caller.reading = { _ in heard }
        let reply = try caller.says("thanks i need an oil change and where are you")
        #expect(reply.hasSuffix("I can book an oil change for you. Which day suits you?"))
        #expect(!reply.hasPrefix("I can book"))
        #expect(caller.state.detectedIntent == "book_service")
        #expect(
            caller.path == [
                "check_notifications", "router", "router", "faq_agent", "faq_agent", "router", "booking_agent",
                "respond",
            ])
    }

    @Test("a yes in the same breath as new facts agrees to nothing yet")
    func yesBut() throws {
        var caller = try Caller()
        try caller.says(all: [
            "book an oil change for tuesday at nine", "john smith", "five five five one two three four",
        ])
        #expect(try caller.says("yes but make it ten").contains("at 10 AM"))
        #expect(caller.desk.appointments.isEmpty)
        try caller.says("yes")
        #expect(caller.desk.appointments.map(\.time.description) == ["10:00"])
    }

    @Test("however much is wanted at once, a step ends")
    func everything() throws {
        var caller = try Caller(assistance: 1.1)
        let heard = Interpretation(.faqHours, 0.9, HeardSlots(), also: Intent.allCases)
        caller.reading = { _ in heard }
        #expect(try !caller.says("everything").isEmpty)
        #expect(try !caller.says("everything").isEmpty)
    }

    @Test("services named in one breath are booked one after the other")
    func services() throws {
        var caller = try Caller(assistance: 1.1)
        var slots = HeardSlots()
        slots.service = "Oil Change"
        slots.otherServices = ["Tire Rotation"]
        let heard = Interpretation(.bookService, 0.9, slots)
        caller.reading = { _ in heard }
        try caller.says("an oil change and a tire rotation")
        caller.reading = { _ in nil }
        try caller.says(all: ["tomorrow at nine", "john smith", "five five five one two three four"])
        #expect(try caller.says("yes").hasSuffix("I can book a tire rotation for you. Which day suits you?"))
        #expect(try caller.says("tomorrow at eleven").contains("Is that right?"))
        try caller.says("yes")
        #expect(caller.desk.appointments.map(\.subject) == ["Oil Change", "Tire Rotation"])
    }
}
