extension Line {
    /// What the words may name, by name. The same key always offers the same names.
    package var values: [String: PhraseValue] {
        questionValues ?? factValues ?? dayValues ?? bookingValues ?? appointmentValues ?? [:]
    }

    private var questionValues: [String: PhraseValue]? {
        switch self {
        case .niceToMeet(let name), .knownCustomer(let name): Self.named(name)
        case .humanAvailable(let name): name.map { ["name": .text($0)] }
        case .checkingForHuman(let department): department.map { ["department": .text($0)] }
        case .incompletePhone(let digits), .noCustomer(let digits): ["phone": .phone(digits)]
        case .whichService(let names), .whichModel(let names):
            ["choices": .list(names.map(PhraseValue.text), .or)]
        case .whichDay(let days): ["choices": .list(days.map(PhraseValue.day), .or)]
        case .whichTime(let times): ["choices": .list(times.map(PhraseValue.time), .or)]
        case .whichAppointment(let summaries): ["choices": .list(summaries.map { .line(.appointment($0)) }, .or)]
        default: nil
        }
    }

    private var factValues: [String: PhraseValue]? {
        switch self {
        case .hours(let weekday, let span): ["weekday": .weekday(weekday)].merging(Self.hours(span)) { $1 }
        case .exception(let day, let exception):
            ["day": .day(day), "reason": .text(exception.reason)].merging(Self.hours(exception.span)) { $1 }
        case .price(let service, let offer): Self.price(service, offer)
        case .duration(let service, let minutes): ["service": .text(service), "duration": .duration(minutes)]
        case .services(let names): ["services": .list(names.map(PhraseValue.text), .and)]
        case .car(let car): Self.car(car)
        case .cars(let cars, let count):
            [
                "cars": Self.models(cars, .and, atMost: 4), "count": .number(count),
                "price": .money(cars.map(\.price).min() ?? 0),
            ]
        case .noSuchCar(let wanted, let nearest):
            (wanted.map { ["wanted": .text($0)] } ?? [:]).merging(
                nearest.isEmpty ? [:] : ["cars": Self.models(nearest, .or)]
            ) { $1 }
        default: nil
        }
    }

    private var dayValues: [String: PhraseValue]? {
        switch self {
        case .closed(let day, let reason):
            ["day": .day(day), "weekday": .weekday(day.weekday)].merging(
                reason.map { ["reason": .text($0)] } ?? [:]
            ) { $1 }
        case .past(let day), .full(let day), .suggest(let day), .tooFar(let day): ["day": .day(day)]
        case .pastTime(let time): ["time": .time(time)]
        case .outsideHours(let day, let span):
            ["day": .day(day), "weekday": .weekday(day.weekday)].merging(Self.hours(span)) { $1 }
        case .times(let day, let times, _): ["day": .day(day), "times": .list(times.map(PhraseValue.time), .or)]
        case .openings(let slots): ["openings": .list(slots.map(PhraseValue.slot), .or)]
        default: nil
        }
    }

    private var bookingValues: [String: PhraseValue]? {
        switch self {
        case .startBooking(_, let subject): subject.map { ["subject": .text($0)] }
        case .readBack(let summary):
            Self.values(of: summary).merging(summary.vehicle.map { ["vehicle": .text($0)] } ?? [:]) { $1 }
        case .booked(let summary): Self.values(of: summary)
        case .emailNoted(let address): ["email": .email(address)]
        default: nil
        }
    }

    private var appointmentValues: [String: PhraseValue]? {
        switch self {
        case .appointment(let summary):
            ["subject": .text(summary.subject), "day": .day(summary.slot.day), "time": .time(summary.slot.time)]
        case .appointments(let summaries):
            ["appointments": .list(summaries.map { .line(.appointment($0)) }, .and)]
        case .confirmCancellation(let summary), .cancelled(let summary), .startMove(let summary), .moved(let summary):
            Self.values(of: summary)
        case .confirmMove(let summary, let slot):
            Self.values(of: summary).merging(["day": .day(slot.day), "time": .time(slot.time)]) { $1 }
        case .rejected(let reason): reason.map { ["reason": .text($0)] }
        default: nil
        }
    }
}
