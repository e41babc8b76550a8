extension Line {
    /// One line for every key: what a phrasebook must have words for.
    package static let samples: [Line] = courtesies + questions + facts + booking + appointments + colleagues

    /// Every key and the values it offers, in the order of the samples.
    package static let forms: [LineForm] = samples.map(LineForm.init)

    private static let courtesies: [Line] =
        [
            .greeting, .stillThere(attempt: 1), .silentGoodbye, .goodbye, .unfinished, .offerHelp, .nothingToRepeat,
            .welcome, .introduction, .robot, .help, .slower, .takeYourTime, .listening,
            .niceToMeet(name: "John Smith"), .abuse(attempt: 1), .outOfScope(attempt: 1), .tooLong,
            .trouble(attempt: 1), .bridge(attempt: 1),
        ] + DayPart.allCases.map(Line.greetBack)

    private static let questions: [Line] =
        Question.allCases.map(Line.ask) + Question.allCases.map(Line.hint) + [
            .notUnderstood(attempt: 1), .incompletePhone(digits: "555"), .offerColleague, .changeWhat,
            .whichService(["an oil change", "a brake service"]), .whichDay([day, day.adding(days: 7)]),
            .whichTime([nine, noon]), .whichModel(["Toyota Camry", "Honda Civic"]),
            .whichAppointment([service, drive]),
        ]

    private static let facts: [Line] = [
        .hours(.monday, span), .hours(.sunday, nil), .exception(day, .init("Memorial Day", span)),
        .exception(day, .init("Memorial Day")), .price(service: "an oil change", offer(49, 89)),
        .price(service: "an oil change", offer(49, 49)), .duration(service: "an oil change", minutes: 45),
        .services(["an oil change", "a brake service"]), .car(car(isNew: true)), .car(car(isNew: false)),
        .cars([car(isNew: true), car(isNew: false)], count: 2),
        .cars([car(isNew: true), car(isNew: true, "Corolla")], count: 5), .noSuchCar(wanted: "Ford Focus", nearest: []),
        .noSuchCar(wanted: "Ford Focus", nearest: [car(isNew: true)]),
        .noSuchCar(wanted: nil, nearest: []), .noSuchCar(wanted: nil, nearest: [car(isNew: true)]), .noAnswer,
    ]

    private static let booking: [Line] =
        AppointmentType.allCases.flatMap { type -> [Line] in
            [.startBooking(type, subject: nil), .startBooking(type, subject: "an oil change"), .notOffered(type)]
        }
        + Offer.allCases.flatMap { offer -> [Line] in
            [.times(day, [nine, noon], offer), .times(day, [nine], offer)]
        } + [
            .startOver, .closed(day, reason: nil), .closed(day, reason: "Memorial Day"), .past(day), .pastTime(nine),
            .tooFar(last: day), .outsideHours(day, span), .full(day), .suggest(day),
            .openings([OpenSlot(day, nine), OpenSlot(day.adding(days: 1), noon)]), .openings([OpenSlot(day, nine)]),
            .nothingFree, .knownCustomer(name: "John Smith"), .emailNoted("john@example.com"), .corrected,
            .readBack(summary(.service)), .readBack(summary(.service, vehicle: "2018 Honda Civic")),
            .readBack(summary(.testDrive)), .booked(summary(.service)), .justTaken, .dropped,
        ]

    private static let appointments: [Line] = [
        .noCustomer(phone: "5551234"), .noAppointments, .appointment(service), .appointment(drive),
        .appointments([service, drive]), .confirmCancellation(service), .cancelled(service), .kept,
        .startMove(service), .confirmMove(service, to: OpenSlot(day, noon)), .moved(service), .awaitApproval,
        .approved, .rejected(reason: nil), .rejected(reason: "the workshop is full"), .approvalExpired,
    ]

    private static let colleagues: [Line] = [
        .checkingForHuman(department: nil), .checkingForHuman(department: "sales"), .stillChecking,
        .humanAvailable(name: nil), .humanAvailable(name: "Sarah"), .callbackScheduled,
    ]

    // MARK: What the samples speak of

    private static let day = Day(number: 20_577)
    private static let nine = clock(9)
    private static let noon = clock(12)
    private static let span = OpeningHours.Span(nine, noon)
    private static let service = AppointmentSummary(type: .service, subject: "an oil change", slot: OpenSlot(day, nine))
    private static let drive = AppointmentSummary(type: .testDrive, subject: "Toyota Camry", slot: OpenSlot(day, noon))

    private static func clock(_ hour: Int) -> TimeOfDay {
        guard let time = TimeOfDay(hour: hour) else { preconditionFailure("\(hour) is on every clock") }
        return time
    }

    private static func offer(_ min: Int, _ max: Int) -> ServiceOffer {
        ServiceOffer(name: "Oil Change", durationMin: 45, priceMin: min, priceMax: max)
    }

    private static func car(isNew: Bool, _ model: String = "Camry") -> InventoryItem {
        InventoryItem(
            stockNumber: "S1", make: "Toyota", model: model, year: 2024, color: "blue", price: 27_500, isNew: isNew)
    }

    private static func summary(_ type: AppointmentType, vehicle: String? = nil) -> BookingSummary {
        var summary = BookingSummary(
            type: type, subject: "an oil change", day: day, time: nine, name: "John Smith", phone: "5551234")
        summary.vehicle = vehicle
        return summary
    }
}
