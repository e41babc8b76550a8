/// What the agent means to say. A phrasebook has the words.
package enum Line: Hashable, Sendable, Codable {
    // The conversation itself
    case greeting
    /// Nothing was heard for a while; `attempt` counts from 1.
    case stillThere(attempt: Int)
    case silentGoodbye
    case goodbye
    case offerHelp
    case nothingToRepeat
    case welcome
    case introduction
    case takeYourTime
    case listening
    case niceToMeet(name: String)
    /// What was said is nothing this agent does; `attempt` counts from 1.
    case outOfScope(attempt: Int)
    case trouble

    // Questions
    case ask(Question)
    /// The answer was not understood; `attempt` counts from 1.
    case askAgain(Question, attempt: Int)
    case incompletePhone(digits: String)
    case offerColleague

    // Facts
    case hours(Weekday, OpeningHours.Span?)
    case prices([ServiceOffer])
    case durations([ServiceOffer])
    case services([ServiceOffer])
    case cars([InventoryItem])
    case noAnswer

    // Booking
    case startBooking(AppointmentType, subject: String?)
    case closed(Day)
    case past
    case tooFar
    case outsideHours(Weekday, OpeningHours.Span)
    case full(Day)
    /// `isTaken`: the wished time is not free. Otherwise these are the times in a wished range.
    case times(Day, [TimeOfDay], isTaken: Bool)
    case noSuchCar(model: String, available: [InventoryItem])
    case knownCustomer(name: String)
    case readBack(BookingSummary)
    case changeWhat
    case booked(BookingSummary)
    case justTaken
    case dropped

    // Colleagues
    case checkingForHuman(department: String?)
    case changesNeedHuman
    case stillChecking
    case humanAvailable(name: String)
    case callbackScheduled
}
