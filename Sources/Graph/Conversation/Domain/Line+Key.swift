extension Line {
    /// The line's name in a phrasebook: snake case, stable.
    package var key: String { courtesyKey ?? questionKey ?? factKey ?? bookingKey ?? appointmentKey ?? colleagueKey }

    /// How often this was said, from 1: which of several wordings to take.
    package var attempt: Int {
        switch self {
        case .stillThere(let attempt), .abuse(let attempt), .outOfScope(let attempt), .trouble(let attempt),
            .bridge(let attempt), .notUnderstood(let attempt):
            max(attempt, 1)
        default: 1
        }
    }

    private var courtesyKey: String? {
        switch self {
        case .greeting: "greeting"
        case .greetBack(let part): "greet_back_\(part.rawValue)"
        case .stillThere: "still_there"
        case .silentGoodbye: "silent_goodbye"
        case .goodbye: "goodbye"
        case .unfinished: "unfinished"
        case .offerHelp: "offer_help"
        case .nothingToRepeat: "nothing_to_repeat"
        case .welcome: "welcome"
        case .introduction: "introduction"
        case .robot: "robot"
        case .help: "help"
        case .slower: "slower"
        case .takeYourTime: "take_your_time"
        case .listening: "listening"
        case .niceToMeet: "nice_to_meet"
        case .abuse: "abuse"
        case .outOfScope: "out_of_scope"
        case .tooLong: "too_long"
        case .trouble: "trouble"
        case .bridge: "bridge"
        default: nil
        }
    }

    private var questionKey: String? {
        switch self {
        case .ask(let question): "ask_\(question.rawValue)"
        case .hint(let question): "hint_\(question.rawValue)"
        case .notUnderstood: "not_understood"
        case .incompletePhone: "incomplete_phone"
        case .offerColleague: "offer_colleague"
        case .changeWhat: "change_what"
        case .whichService: "which_service"
        case .whichDay: "which_day"
        case .whichTime: "which_time"
        case .whichModel: "which_model"
        case .whichAppointment: "which_appointment"
        default: nil
        }
    }

    private var factKey: String? {
        switch self {
        case .hours(_, let span): span == nil ? "hours_closed" : "hours_open"
        case .exception(_, let exception): exception.span == nil ? "exception_closed" : "exception_open"
        case .price(_, let offer): offer.priceMin == offer.priceMax ? "price_exact" : "price_range"
        case .duration: "duration"
        case .services: "services"
        case .car(let car): car.isNew ? "car_new" : "car_used"
        case .cars(let cars, _): Set(cars.map(\.model)).count == 1 ? "cars_of_model" : "cars"
        case .noSuchCar(let wanted, let nearest):
            (wanted == nil ? "no_such_kind" : "no_such_car") + (nearest.isEmpty ? "" : "_nearest")
        case .noAnswer: "no_answer"
        default: nil
        }
    }

    private var bookingKey: String? {
        switch self {
        case .startBooking(let type, let subject): "start_\(type.rawValue)" + (subject == nil ? "" : "_named")
        case .startOver: "start_over"
        case .notOffered(let type): "not_offered_\(type.rawValue)"
        case .closed(_, let reason): reason == nil ? "closed" : "closed_holiday"
        case .past: "past"
        case .pastTime: "past_time"
        case .tooFar: "too_far"
        case .outsideHours: "outside_hours"
        case .full: "full"
        case .suggest: "suggest_day"
        case .times(_, let times, let offer): "times_\(offer.rawValue)" + (times.count == 1 ? "_one" : "")
        case .openings(let slots): slots.count == 1 ? "openings_one" : "openings"
        case .nothingFree: "nothing_free"
        case .knownCustomer: "known_customer"
        case .emailNoted: "email_noted"
        case .corrected: "corrected"
        case .readBack(let summary): "read_back_\(summary.type.rawValue)" + (summary.vehicle == nil ? "" : "_vehicle")
        case .booked: "booked"
        case .justTaken: "just_taken"
        case .dropped: "dropped"
        default: nil
        }
    }

    private var appointmentKey: String? {
        switch self {
        case .noCustomer: "no_customer"
        case .noAppointments: "no_appointments"
        case .appointment(let summary): "appointment_\(summary.type.rawValue)"
        case .appointments: "appointments"
        case .confirmCancellation: "confirm_cancellation"
        case .cancelled: "cancelled"
        case .kept: "kept"
        case .startMove: "start_move"
        case .confirmMove: "confirm_move"
        case .moved: "moved"
        case .awaitApproval: "await_approval"
        case .approved: "approved"
        case .rejected(let reason): reason == nil ? "rejected" : "rejected_reason"
        case .approvalExpired: "approval_expired"
        default: nil
        }
    }

    private var colleagueKey: String {
        switch self {
        case .checkingForHuman(let department):
            department == nil ? "checking_for_human" : "checking_for_human_department"
        case .stillChecking: "still_checking"
        case .humanAvailable(let name): name == nil ? "human_available" : "human_available_named"
        case .callbackScheduled: "callback_scheduled"
        default: preconditionFailure("the line \(self) has no key")
        }
    }
}
