import Conversation

extension EnglishPhrases {
    func question(_ line: Line) -> String? {
        switch line {
        case .ask(let question): Self.ask(question)
        case .askAgain(let question, _): "Sorry, I didn't get that. " + Self.explain(question)
        case .incompletePhone(let digits):
            "I only got \(Spoken.phone(digits)). Could you say the whole number again, please?"
        case .offerColleague: "Would you like me to find a colleague for you?"
        case .changeWhat: "No problem. What would you like to change?"
        default: nil
        }
    }

    private static func ask(_ question: Question) -> String {
        switch question {
        case .service: "Which service do you need?"
        case .vehicle: "Which car would you like to drive?"
        case .date: "Which day suits you?"
        case .time: "What time would you like?"
        case .name: "May I have your name, please?"
        case .phone: "And what's the best phone number for you?"
        case .confirmation: "Shall I book that for you?"
        case .correction: "What would you like to change?"
        case .anythingElse: "Is there anything else I can do for you?"
        case .escalationOffer: "Would you like me to find a colleague for you?"
        case .email: "What is your email address?"
        case .choice: "Which one do you mean?"
        case .lookup: "Which phone number was it booked under?"
        case .appointment: "Which of your appointments do you mean?"
        case .cancellation: "Shall I cancel it?"
        case .move: "Shall I move it?"
        }
    }

    private static func explain(_ question: Question) -> String {
        switch question {
        case .service: "Which service do you need? For example an oil change, brakes, or new tires."
        case .vehicle: "Which car would you like to drive? For example the Camry or the Civic."
        case .date: "Which day suits you? For example tomorrow, or next Tuesday."
        case .time: "What time would you like? For example half past nine, or two PM."
        case .name: "Please tell me just your first and last name."
        case .phone: "Please tell me your phone number, digit by digit."
        case .confirmation, .escalationOffer, .cancellation, .move: "Please say yes or no. " + ask(question)
        case .correction: "You can say the service, the day, the time, the name, or the number."
        case .lookup: "Please tell me the phone number, digit by digit."
        case .anythingElse, .email, .choice, .appointment: ask(question)
        }
    }

    func booking(_ line: Line) -> String? {
        switch line {
        case .startBooking(let type, let subject): Self.start(type, subject)
        case .closed(let day): "I'm sorry, we are closed on \(Spoken.weekday(day.weekday))s."
        case .past: "I'm afraid that day has already passed."
        case .tooFar: "I'm sorry, I can only book about four months ahead."
        case .outsideHours(let weekday, let span):
            "On \(Spoken.weekday(weekday)) we are open from \(Spoken.time(span.open)) to \(Spoken.time(span.close))."
        case .full(let day): "I'm sorry, nothing is free on \(Spoken.day(day))."
        case .times(let day, let times, let isTaken): Self.offer(times, on: day, isTaken: isTaken)
        case .noSuchCar(let model, let cars): Self.missing(model, cars)
        case .knownCustomer(let name): "Welcome back, \(Self.first(name))."
        case .readBack(let summary): Self.readBack(summary)
        case .booked(let summary):
            "You're all set, \(Self.first(summary.name)). We will see you on \(Spoken.day(summary.day)) "
                + "at \(Spoken.time(summary.time))."
        case .justTaken: "I'm sorry, somebody has just taken that time."
        case .dropped: "All right, I won't book anything."
        default: nil
        }
    }

    private static func start(_ type: AppointmentType, _ subject: String?) -> String {
        switch (type, subject) {
        case (.service, let service?): "I can book \(service) for you."
        case (.service, nil): "I can book a service for you."
        case (.testDrive, let car?): "A test drive of the \(car), gladly."
        case (.testDrive, nil): "A test drive, gladly."
        }
    }

    private static func offer(_ times: [TimeOfDay], on day: Day, isTaken: Bool) -> String {
        let list = Spoken.list(times.map(Spoken.time), "or")
        return isTaken
            ? "I'm sorry, that time isn't free. On \(Spoken.day(day)) I have \(list). Which one suits you?"
            : "On \(Spoken.day(day)) I have \(list). Which one suits you?"
    }

    private static func missing(_ model: String, _ cars: [InventoryItem]) -> String {
        guard !cars.isEmpty else { return "I'm sorry, we don't have the \(model) at the moment." }
        let list = Spoken.list(cars.prefix(3).map { "\($0.make) \($0.model)" }, "and the")
        return "I'm sorry, we don't have the \(model) at the moment. We have the \(list)."
    }

    private static func readBack(_ summary: BookingSummary) -> String {
        let what = summary.type == .service ? summary.subject : "a test drive of \(summary.subject)"
        return "So that's \(what) on \(Spoken.day(summary.day)) at \(Spoken.time(summary.time)), for \(summary.name), "
            + "phone number \(Spoken.phone(summary.phone)). Is that right?"
    }

    func colleague(_ line: Line) -> String? {
        switch line {
        case .checkingForHuman(let department?):
            "Let me see whether somebody in \(department) is free. That takes a moment. Meanwhile, I'm here for you."
        case .checkingForHuman(nil):
            "Let me see whether a colleague is free. That takes a moment. Meanwhile, I'm here for you."
        case .changesNeedHuman: "A colleague can change that for you. Let me see who is free."
        case .stillChecking: "I'm still looking for a free colleague. Just a moment, please."
        case .humanAvailable(let name): "Great news! \(name) is available and will be with you in a moment."
        case .callbackScheduled:
            "None of my colleagues is free right now, so I have scheduled a callback. We will call you as soon as we can."
        default: nil
        }
    }
}
