import Conversation
import Dealership
import Testing

@Suite struct BookingTests {
    @Test("a booking asks service, date, time, name and phone, one at a time, and reads back")
    func whole() throws {
        var caller = try Caller()
        #expect(try caller.says("i need to schedule a service appointment").hasSuffix("Which service do you need?"))
        #expect(caller.vocabulary == "service")
        #expect(try caller.says("an oil change please") == "Which day suits you?")
        #expect(caller.vocabulary == "date")
        #expect(try caller.says("tomorrow") == "What time would you like?")
        #expect(caller.vocabulary == "time")
        #expect(try caller.says("half past nine") == "May I have your name, please?")
        #expect(caller.vocabulary == "name")
        #expect(try caller.says("john smith") == "And what's the best phone number for you?")
        #expect(caller.vocabulary == "phone")
        #expect(
            try caller.says("five five five one two three four")
                == "So that's an oil change on Tuesday, May 5th at 9:30 AM, for John Smith, "
                + "phone number 5 5 5, 1 2 3 4. Is that right?")
        #expect(caller.vocabulary == "yes_no")
        #expect(caller.desk.appointments.isEmpty)
        #expect(
            try caller.says("yes please") == "You're all set, John. We will see you on Tuesday, May 5th at 9:30 AM. "
                + "Is there anything else I can do for you?")
        #expect(caller.desk.appointments.map(\.time.description) == ["09:30"])
        #expect(caller.vocabulary == "open")
        #expect(try caller.says("no thank you") == "Thank you for calling Riverside Motors. Goodbye.")
        #expect(caller.reply?.endsCall == true)
    }

    @Test("facts given early are not asked for again")
    func early() throws {
        var caller = try Caller()
        #expect(
            try caller.says("i'd like to book an oil change for tuesday at nine")
                == "I can book an oil change for you. May I have your name, please?")
        #expect(caller.slots.preferredDate == "2026-05-05")
        #expect(caller.slots.preferredTime == "09:00")
        #expect(caller.slots.serviceType == "Oil Change")
    }

    @Test("a correction at the read-back changes one slot and is read back again")
    func correction() throws {
        var caller = try Caller()
        try caller.says(all: [
            "i'd like to book an oil change for tuesday at nine", "john smith", "five five five one two three four",
        ])
        let again = try caller.says("no i said thursday")
        #expect(again.contains("Thursday, May 7th at 9 AM"))
        #expect(caller.vocabulary == "yes_no")
        #expect(try caller.says("the time is wrong").hasSuffix("What time would you like?"))
        #expect(try caller.says("two p m").contains("Thursday, May 7th at 2 PM"))
        #expect(try caller.says("no") == "No problem. What would you like to change?")
        #expect(try caller.says("the name") == "May I have your name, please?")
        #expect(try caller.says("my name is jane smith").contains("for Jane Smith"))
        try caller.says("yes")
        #expect(caller.desk.appointments.map(\.day.description) == ["2026-05-07"])
    }

    @Test("a question in the middle is answered and the pending question asked again")
    func digression() throws {
        var caller = try Caller()
        try caller.says("i need an oil change")
        #expect(
            try caller.says("do you have loaner cars").hasSuffix(" Which day suits you?")
        )
        #expect(caller.vocabulary == "date")
        #expect(try caller.says("are you open on sunday").hasPrefix("On Sunday we are closed."))
        #expect(caller.reply?.text.hasSuffix("Which day suits you?") == true)
        #expect(try caller.says("hang on let me check my calendar") == "Of course, take your time.")
        #expect(caller.vocabulary == "date")
        #expect(try caller.says("could you repeat that please").hasPrefix("On Sunday we are closed."))
        #expect(try caller.says("tomorrow") == "What time would you like?")
    }

    @Test("a taken time is refused and others are offered")
    func taken() throws {
        var caller = try Caller()
        try caller.somebodyBooks("2026-05-05", "09:00")
        #expect(
            try caller.says("book an oil change for tuesday at nine")
                == "I can book an oil change for you. I'm sorry, that time isn't free. "
                + "On Tuesday, May 5th I have 8 AM, 8:30 AM, or 9:30 AM. Which one suits you?")
        #expect(caller.slots.preferredTime == nil)
        #expect(try caller.says("the last one") == "May I have your name, please?")
        #expect(caller.slots.preferredTime == "09:30")
    }

    @Test("a time that is taken between the read-back and the yes is not booked twice")
    func race() throws {
        var caller = try Caller()
        try caller.says(all: [
            "book an oil change for tuesday at nine", "john smith", "five five five one two three four",
        ])
        try caller.somebodyBooks("2026-05-05", "09:00")
        let reply = try caller.says("yes")
        #expect(reply.contains("somebody has just taken that time"))
        #expect(caller.vocabulary == "time")
        #expect(caller.desk.appointments.count == 1)
        try caller.says(all: ["at ten", "yes"])
        #expect(caller.desk.appointments.map(\.time.description) == ["09:00", "10:00"])
    }

    @Test(
        "days and times without service are refused",
        arguments: [
            ("sunday", "we are closed on Sundays", "date"), ("yesterday", "already passed", "date"),
            ("the third of march", "only book until", "date"), ("tomorrow at nine p m", "from 8 AM to 6 PM", "time"),
            ("saturday at five p m", "from 9 AM to 4 PM", "time"),
            ("today at eight in the morning", "already passed today", "time"),
        ])
    func closed(text: String, answer: String, vocabulary: String) throws {
        var caller = try Caller()
        try caller.says("i need an oil change")
        #expect(try caller.says(text).contains(answer))
        #expect(caller.vocabulary == vocabulary)
    }

    @Test("a part of the day is answered with times in it")
    func ranges() throws {
        var caller = try Caller()
        #expect(
            try caller.says("can i bring my car in on friday morning for new brakes")
                == "I can book a brake service for you. On Friday, May 8th I have 8 AM, 10 AM, or 11:30 AM. "
                + "Which one suits you?")
        #expect(try caller.says("the first one") == "May I have your name, please?")
        #expect(caller.slots.preferredTime == "08:00")
    }

    @Test("a customer who was here before is greeted by name")
    func known() throws {
        var caller = try Caller()
        let reply = try caller.says(all: [
            "book an oil change for tuesday at nine", "maria garcia", "four one five five five five zero one nine nine",
        ])
        #expect(reply.hasPrefix("Welcome back, Maria."))
        #expect(caller.state.customer.customerID == 1)
        #expect(caller.state.customer.vehicles.map(\.model) == ["Corolla"])
    }

    @Test("an incomplete number is asked for again")
    func shortNumber() throws {
        var caller = try Caller()
        try caller.says(all: ["book an oil change for tuesday at nine", "john smith"])
        #expect(try caller.says("five five five").hasPrefix("I only got 5 5 5."))
        #expect(caller.vocabulary == "phone")
        #expect(try caller.says("five five five one two double three").contains("5 5 5, 1 2 3 3"))
    }

    @Test("after three answers that are none a colleague is offered, and the booking can go on")
    func puzzled() throws {
        var caller = try Caller()
        try caller.says("i need an oil change")
        #expect(try caller.says("purple monkey").hasPrefix("Sorry, I didn't get that."))
        try caller.says("dishwasher")
        #expect(try caller.says("banana") == "Would you like me to find a colleague for you?")
        #expect(caller.vocabulary == "yes_no")
        #expect(try caller.says("no") == "Which day suits you?")
    }

    @Test("never mind drops the booking, and a second one keeps name and number")
    func dropped() throws {
        var caller = try Caller()
        try caller.says(all: [
            "book an oil change for tuesday at nine", "john smith", "five five five one two three four",
        ])
        #expect(
            try caller.says("never mind")
                == "All right, I won't book anything. Is there anything else I can do for you?")
        let again = try caller.says("i need new tires on friday at ten")
        #expect(again.contains("So that's new tires on Friday, May 8th at 10 AM, for John Smith"))
        #expect(caller.desk.appointments.isEmpty)
    }

    @Test("a test drive asks for the car, and only cars in stock are driven")
    func testDrive() throws {
        var caller = try Caller()
        #expect(
            try caller.says("i want to book a test drive") == "A test drive, gladly. Which car would you like to drive?"
        )
        #expect(caller.vocabulary == "vehicle")
        #expect(try caller.says("the camry") == "Which day suits you?")
        #expect(caller.slots.appointmentType == .testDrive)
        let reply = try caller.says(all: ["saturday at ten", "john smith", "five five five one two three four"])
        #expect(reply.contains("a test drive of the Toyota Camry on Saturday, May 9th at 10 AM"))
        try caller.says("that's correct")
        #expect(caller.desk.appointments.first?.type == .testDrive)
    }
}
