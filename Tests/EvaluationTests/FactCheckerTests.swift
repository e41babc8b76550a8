import Conversation
import Evaluation
import Testing

/// Each reply here is wrong, or right, beside the same session: an oil change on Tuesday, May 5th 2026 was asked for,
/// nine and ten are free, and Maria Garcia has a tire rotation on Thursday, May 7th at 2 PM.
@Suite struct FactCheckerTests {
    @Test(
        "what the data and the tools say is no wrong fact",
        arguments: [
            "An oil change costs between 49 and 89 dollars, and takes about 45 minutes.",
            "An oil change costs $49, and a brake service costs 180 to 420 dollars.",
            "A brake service takes about two hours.",
            "On Tuesday, May 5th I have 9 AM or 10 AM. Which one suits you?",
            "How about 10 AM on Tuesday?", "How about Friday, May 22nd?",
            "I'm sorry, 11 AM isn't free, but I have 10 AM.",
            "On Saturday we are open from 9 AM to 4 PM.", "We are open from 8 to 6 PM on Monday.",
            "I'm sorry, we are closed on Sundays.", "We are closed on Sunday, May 10th.",
            "So that's an oil change on Tuesday, May 5th at 9 AM, for Maria Garcia, phone number 5 1 2, 5 5 5, 0 1 9 9. "
                + "Is that right?",
            "I have found a tire rotation on Thursday, May 7th at 2 PM.",
            "You're all set, Maria. We will see you on Thursday, May 7th at 2 PM.",
            "Maria, what time would you like?", "Great news! Sarah is available and will be with you in a moment.",
            "We have a new 2026 Toyota Camry in silver for 29,900 dollars.",
            "I'm sorry, we don't have the Tesla at the moment.", "We have the Toyota Camry and the Honda Civic.",
            "Yes, we have free loaner cars for any service that takes more than two hours.",
            "We are at 1200 River Road, right across from the train station.",
            "Your 2019 Toyota Corolla with the plate 7ABC123?", "I can book an oil change for you.",
            "What time would you like? For example half past nine, or two PM.",
            "I'm afraid Sunday, May 3rd has already passed.", "You could say tomorrow, or next Friday.",
            "How can I help you today?", "May I have your name, please?", "Which one of the two do you mean?",
            "I only got 5 1 2, 5 5 5. Could you say the whole number again, please?",
            "We do oil changes, brake services, and wheel alignments, among others.",
            "I have noted your email address, maria at example dot com.",
        ])
    func right(reply: String) {
        let wrong = check(reply)
        #expect(wrong.isEmpty, "\(wrong)")
    }

    @Test(
        "what comes from nowhere is a wrong fact",
        arguments: [
            // Prices and durations
            ("An oil change costs between 49 and 99 dollars.", "99 dollars"),
            ("An oil change costs 180 dollars.", "180 dollars"), ("An oil change costs $49.99.", "$49.99"),
            ("An oil change costs forty five dollars.", "forty five dollars"),
            ("That costs 77 dollars.", "77 dollars"), ("A brake service takes about 45 minutes.", "45 minutes"),
            ("An oil change takes an hour and a half.", "an hour and a half"),
            ("It takes about three hours.", "three hours"),
            ("We have a new 2026 Toyota Camry in silver for 26200 dollars.", "26200 dollars"),
            // Times
            ("On Tuesday, May 5th I have 9 AM or 11 AM.", "11 AM"), ("How about half past nine?", "half past nine"),
            ("On Wednesday, May 6th I have 9 AM.", "9 AM"), ("You can come at 3:30 PM.", "3:30 PM"),
            ("On Saturday we are open from 9 AM to 5 PM.", "5 PM"),
            ("On Saturday we are open from 8 AM to 4 PM.", "8 AM"),
            ("On Monday we are open from 9 AM to 4 PM.", "9 AM"), ("On Monday we are open from 6 PM to 8 AM.", "6 PM"),
            ("You're all set. We will see you on Thursday, May 7th at 9 AM.", "9 AM"),
            ("So that's an oil change on Tuesday, May 5th at 10 AM.", "10 AM"),
            ("The next opening is Tuesday, May 5th at noon.", "noon"),
            // Days
            ("On Wednesday, May 5th I have 9 AM.", "Wednesday May 5th"),
            ("How about Sunday, May 24th?", "Sunday May 24th"),
            ("Please come on Friday, May 22nd.", "Friday May 22nd"),
            ("You're all set. We will see you on Tuesday, May 5th.", "Tuesday May 5th"),
            ("I'm sorry, we are closed on Mondays.", "Mondays"), ("On Sunday we are open.", "Sunday"),
            ("We are closed on Monday, May 11th.", "Monday May 11th"), ("Come in on February 30th.", "February 30th"),
            ("I'm afraid Monday, May 18th has already passed.", "Monday May 18th"),
            ("Shall I book you in tomorrow week, on Friday?", "Friday"),
            // Numbers, people, cars, services
            ("Your number is 5 1 2, 5 5 5, 0 1 9 8.", "5 1 2 5 5 5 0 1 9 8"),
            ("Call us at 555-867-5309.", "555-867-5309"),
            ("Great news! Michael is available and will be with you in a moment.", "Michael"),
            ("Welcome back, Jennifer.", "Jennifer"), ("Jennifer, which day suits you?", "Jennifer"),
            ("We have the Lamborghini in stock.", "Lamborghini"),
            ("We have a used 2026 Toyota Camry in silver.", "Toyota Camry"),
            ("We have a new 2026 Toyota Camry in purple and red.", "Toyota Camry"),
            ("We have 17 of those.", "17"), ("We are at 1300 River Road.", "1300"),
            ("I can book a sunroof polish for you.", "sunroof"),
            ("We do oil changes, window tinting, and wheel alignments, among others.", "window tinting"),
            ("Your plate is 7ABC124.", "7ABC124"),
            ("I have noted maria at example dot org.", "maria at example dot org"),
        ])
    func wrong(reply: String, claim: String) {
        let wrong = check(reply)
        #expect(wrong.map(\.claim).contains(claim), "\(wrong)")
    }

    @Test("what a later turn brings does not make an earlier reply right")
    func order() throws {
        var early = try turn("Sarah is available.")
        early.colleague = nil
        var checker = FactChecker(Stage.dealership.facts)
        let wrong = checker.check([early, try session("Sarah is available.")])
        #expect(wrong.map(\.reply) == [1])
    }

    // MARK: The session

    private func check(_ reply: String) -> [WrongFact] {
        guard let turn = try? session(reply) else { return [] }
        var checker = FactChecker(Stage.dealership.facts)
        return checker.check([turn])
    }

    private func turn(_ reply: String) throws -> PlayTurn {
        let monday = try #require(Day("2026-05-04"))
        return PlayTurn(reply: reply, at: LocalTime(day: monday, time: try #require(TimeOfDay("10:00"))))
    }

    private func session(_ reply: String) throws -> PlayTurn {
        var turn = try turn(reply)
        turn.said =
            "i drive a tesla my number is five one two five five five oh one nine nine can i come at eleven or on sunday"
        turn.colleague = "Sarah"
        turn.slots.serviceType = "Oil Change"
        turn.slots.preferredDate = "2026-05-05"
        turn.slots.preferredTime = "09:00"
        turn.slots.customerName = "Maria Garcia"
        turn.slots.customerPhone = "5125550199"
        turn.slots.customerEmail = "maria@example.com"
        turn.customer.vehicles = [Vehicle(make: "Toyota", model: "Corolla", year: 2019, licensePlate: "7ABC123")]
        turn.calls = try calls()
        return turn
    }

    private func calls() throws -> [PlayTurn.Call] {
        let tuesday = try #require(Day("2026-05-05"))
        let thursday = try #require(Day("2026-05-07"))
        let times = try ["09:00", "10:00"].map { try #require(TimeOfDay($0)) }
        let two = try #require(TimeOfDay("14:00"))
        let appointment = Appointment(
            id: 1, customerID: 1, type: .service, subject: "Tire Rotation", slot: OpenSlot(thursday, two),
            durationMin: 30)
        let record = CustomerRecord(customer: CustomerContext(customerID: 1), appointments: [appointment])
        let query = AvailabilityQuery(day: tuesday, type: .service, subject: "Oil Change")
        return [
            PlayTurn.Call(.checkAvailability(query), .times(times)),
            PlayTurn.Call(.getCustomer(phone: "5125550199"), .customer(record)),
        ]
    }
}
