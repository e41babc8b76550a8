/// What the agent means to say. A phrasebook has the words, by the line's `key` and `values`.
///
/// `attempt` counts from 1: how often the same thing was said before, and once more.
package enum Line: Hashable, Sendable, Codable {
    /// Why times are offered.
    package enum Offer: String, Hashable, Sendable, Codable, CaseIterable {
        /// They satisfy the wish.
        case free
        /// The wished time is taken; these are the nearest.
        case taken
        /// Nothing in the wished range is free; these are others.
        case other
    }

    // Courtesies
    case greeting
    /// The caller greeted in the middle of the call.
    case greetBack(DayPart)
    /// Nothing was heard for a while.
    case stillThere(attempt: Int)
    case silentGoodbye
    case goodbye
    /// The caller wants to go, but what was begun is not booked yet.
    case unfinished
    case offerHelp
    case nothingToRepeat
    case welcome
    case introduction
    /// The honest answer to "are you a robot?".
    case robot
    case help
    case slower
    case takeYourTime
    case listening
    case niceToMeet(name: String)
    /// The caller is rude: 1 stays calm, 2 offers to end, 3 ends.
    case abuse(attempt: Int)
    /// What was said is nothing this agent does.
    case outOfScope(attempt: Int)
    /// What was said was far too long.
    case tooLong
    /// A tool failed.
    case trouble(attempt: Int)
    /// Leads from a digression back to what was under way.
    case bridge(attempt: Int)

    // Questions
    case ask(Question)
    /// The same question with an example of an answer.
    case hint(Question)
    case notUnderstood(attempt: Int)
    case incompletePhone(digits: String)
    case offerColleague
    case changeWhat
    /// Services, as they are spoken of.
    case whichService([String])
    case whichDay([Day])
    case whichTime([TimeOfDay])
    case whichModel([String])
    case whichAppointment([AppointmentSummary])

    // Facts
    case hours(Weekday, OpeningHours.Span?)
    /// The hours of a day that has its own.
    case exception(Day, OpeningHours.Exception)
    /// `service` as it is spoken of.
    case price(service: String, ServiceOffer)
    case duration(service: String, minutes: Int)
    case services([String])
    /// A single car.
    case car(InventoryItem)
    /// The cheapest of `count` cars, cheapest first.
    case cars([InventoryItem], count: Int)
    /// `wanted` as it is spoken of; `nil` when only a kind was described.
    case noSuchCar(wanted: String?, nearest: [InventoryItem])
    case noAnswer

    // Booking
    case startBooking(AppointmentType, subject: String?)
    case startOver
    /// This house gives no such appointments.
    case notOffered(AppointmentType)
    case closed(Day, reason: String?)
    case past(Day)
    /// A time of today that has passed.
    case pastTime(TimeOfDay)
    /// Further ahead than appointments are given; `last` is the last day that is.
    case tooFar(last: Day)
    case outsideHours(Day, OpeningHours.Span)
    case full(Day)
    /// Asks whether a day suits.
    case suggest(Day)
    case times(Day, [TimeOfDay], Offer)
    /// Openings on more than one day, soonest first.
    case openings([OpenSlot])
    case nothingFree
    case knownCustomer(name: String)
    case emailNoted(String)
    case corrected
    case readBack(BookingSummary)
    case booked(BookingSummary)
    case justTaken
    case dropped

    // Appointments that exist
    case noCustomer(phone: String)
    case noAppointments
    /// Part of a sentence: what and when.
    case appointment(AppointmentSummary)
    case appointments([AppointmentSummary])
    case confirmCancellation(AppointmentSummary)
    case cancelled(AppointmentSummary)
    case kept
    case startMove(AppointmentSummary)
    case confirmMove(AppointmentSummary, to: OpenSlot)
    case moved(AppointmentSummary)

    // Approval by a person
    case awaitApproval
    case approved
    case rejected(reason: String?)
    case approvalExpired

    // Colleagues
    case checkingForHuman(department: String?)
    case stillChecking
    /// `nil`: a colleague without a name.
    case humanAvailable(name: String?)
    case callbackScheduled
}
