import Conversation
import Dealership
import Testing

@Suite struct AppointmentTests {
    private let maria = "four one five five five five zero one nine nine"

    /// Maria Garcia, who has been here before, and what she has booked.
    private func caller(_ bookings: [(String, String, String)] = [("2026-05-06", "09:00", "Oil Change")]) throws
        -> Caller
    {
        var caller = try Caller()
        for (day, time, service) in bookings {
            try caller.somebodyBooks(day, time, service, as: ("Maria Garcia", "4155550199"))
        }
        return caller
    }

    @Test("who asks for an appointment is asked for the number, and hears what goes with it")
    func check() throws {
        var caller = try caller()
        #expect(try caller.says("when is my appointment") == "Which phone number was it booked under?")
        #expect(caller.vocabulary == "phone")
        let reply = try caller.says(maria)
        #expect(reply.hasPrefix("You have an oil change on Wednesday, May 6th at 9 AM."))
        #expect(reply.hasSuffix("Is there anything else I can do for you?"))
    }

    @Test("a name alone opens no record")
    func nameOnly() throws {
        var caller = try caller()
        try caller.says("when is my appointment")
        let reply = try caller.says("it's maria garcia")
        #expect(!reply.contains("oil change") && !reply.contains("May"))
        #expect(!caller.tools.contains { $0.name == "get_customer" })
        #expect(caller.vocabulary == "phone")
    }

    @Test("a cancellation is read back and done once")
    func cancel() throws {
        var caller = try caller()
        try caller.says("i need to cancel my appointment")
        #expect(try caller.says(maria) == "That's an oil change on Wednesday, May 6th at 9 AM. Shall I cancel it?")
        #expect(caller.vocabulary == "yes_no")
        #expect(caller.desk.appointments.map(\.status) == [.scheduled])
        #expect(
            try caller.says("yes please").hasPrefix(
                "Done. Your appointment on Wednesday, May 6th at 9 AM is cancelled."))
        #expect(caller.desk.appointments.map(\.status) == [.cancelled])
        guard case .cancel(let change) = caller.tools.last else {
            Issue.record("no cancellation")
            return
        }
        #expect(
            change
                == AppointmentChange(
                    callID: "cancel_sess_test_1777888800_1_1", appointment: 1, customerPhone: "4155550199"))
    }

    @Test("a refusal keeps the appointment", arguments: ["no", "never mind", "no actually keep it"])
    func keep(text: String) throws {
        var caller = try caller()
        try caller.says(all: ["i need to cancel my appointment", maria])
        #expect(try caller.says(text).hasPrefix("All right, it stays as it is."))
        #expect(caller.desk.appointments.map(\.status) == [.scheduled])
        #expect(!caller.tools.contains { $0.isWriting })
    }

    @Test(
        "among several the caller picks by place, service or day",
        arguments: [("the second one", 2), ("the oil change", 1), ("the one on thursday", 2), ("the first", 1)])
    func choose(text: String, id: Int) throws {
        var caller = try caller([
            ("2026-05-06", "09:00", "Oil Change"), ("2026-05-07", "10:00", "Tire Rotation"),
        ])
        try caller.says("please cancel my appointment")
        #expect(try caller.says(maria).hasPrefix("Which one do you mean"))
        #expect(try caller.says(text).hasSuffix("Shall I cancel it?"))
        try caller.says("yes")
        #expect(caller.desk.appointments.filter { $0.status == .cancelled }.map(\.id) == [id])
    }

    @Test("an appointment moves to the day and time that were named, after a yes")
    func move() throws {
        var caller = try caller()
        try caller.says("can i move my appointment to thursday at ten")
        #expect(
            try caller.says(maria).hasSuffix("So I'll move it to Thursday, May 7th at 10 AM. Is that right?"))
        try caller.says("no wait friday at ten")
        #expect(caller.reply?.text.contains("Friday, May 8th at 10 AM") == true)
        #expect(try caller.says("yes").contains("Your new appointment is an oil change on Friday, May 8th at 10 AM"))
        #expect(caller.desk.appointments.map(\.slot.day.description) == ["2026-05-08"])
    }

    @Test("a move without a time asks for day and time")
    func moveStepByStep() throws {
        var caller = try caller()
        try caller.says("i need to reschedule my appointment")
        #expect(try caller.says(maria).hasSuffix("Which day suits you?"))
        #expect(try caller.says("next thursday") == "What time would you like?")
        #expect(try caller.says("eleven").hasSuffix("Is that right?"))
        #expect(caller.vocabulary == "yes_no")
    }

    @Test("a number nobody has leads to a colleague, or to another number")
    func unknown() throws {
        var caller = try caller()
        try caller.says("i need to cancel my appointment")
        let reply = try caller.says("five five five nine nine nine nine")
        #expect(reply.contains("can't find anybody with the number 5 5 5, 9 9 9 9"))
        #expect(reply.hasSuffix("Would you like me to find a colleague for you?"))
        #expect(try caller.says("sorry it's \(maria)").hasSuffix("Shall I cancel it?"))
    }

    @Test("asking for an appointment in the middle of a booking leads back to the booking")
    func suspended() throws {
        var caller = try caller()
        try caller.says("i need new tires")
        #expect(try caller.says("when is my appointment") == "Which phone number was it booked under?")
        let reply = try caller.says(maria)
        #expect(reply.contains("an oil change on Wednesday"))
        #expect(reply.hasSuffix("Which day suits you?"))
        #expect(caller.slots.serviceType == "Tire Replacement")
    }

    @Test("what was just booked is moved or cancelled without another question for the number")
    func justBooked() throws {
        var caller = try Caller()
        try caller.says(all: [
            "book an oil change for tuesday at nine", "john smith", "five five five one two three four", "yes",
        ])
        #expect(try caller.says("oh sorry please cancel my appointment").hasSuffix("Shall I cancel it?"))
        try caller.says("yes")
        #expect(caller.desk.appointments.map(\.status) == [.cancelled])
    }
}
