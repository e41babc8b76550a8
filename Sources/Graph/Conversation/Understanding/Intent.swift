/// What a caller wants with one utterance.
package enum Intent: String, Hashable, Sendable, CaseIterable, Codable {
    case greeting, goodbye, thanks
    case affirm, deny
    /// Say that again.
    case `repeat`
    /// Wait a moment.
    case hold
    /// A sound of attention that wants nothing.
    case backchannel
    case smallTalk = "small_talk"
    /// Are you a robot?
    case areYouRobot = "are_you_robot"
    /// What can you do?
    case help
    /// Speak more slowly.
    case slower
    /// Insults and threats.
    case abuse
    case faqHours = "faq_hours"
    case faqLocation = "faq_location"
    case faqPrice = "faq_price"
    case faqDuration = "faq_duration"
    case faqServices = "faq_services"
    case faqLoaner = "faq_loaner"
    case faqFinancing = "faq_financing"
    case faqTestDrive = "faq_test_drive"
    case faqTradeIn = "faq_trade_in"
    case faqWarranty = "faq_warranty"
    case faqPayment = "faq_payment"
    case faqWalkIn = "faq_walk_in"
    case faqTowing = "faq_towing"
    case faqParts = "faq_parts"
    case faqWaiting = "faq_waiting"
    case faqInventory = "faq_inventory"
    /// A question about the house that has no intent of its own; `HeardSlots.topic` may have its category.
    case faqOther = "faq_other"
    /// When is my appointment?
    case checkAppointment = "check_appointment"
    case bookService = "book_service"
    case bookTestDrive = "book_test_drive"
    case cancel, reschedule
    case escalation
    case giveService = "give_service"
    case giveDatetime = "give_datetime"
    case giveName = "give_name"
    case givePhone = "give_phone"
    case giveVehicle = "give_vehicle"
    case giveEmail = "give_email"
    /// Nothing this agent does.
    case other

    /// The name on the wire (document 004, `detected_intent`): every question is `faq`.
    package var wireName: String { isQuestion ? "faq" : rawValue }

    /// The FAQ category, such as `hours`; `nil` when the intent is not a question.
    package var faqCategory: String? {
        isQuestion ? String(rawValue.dropFirst("faq_".count)) : nil
    }

    package var isQuestion: Bool { rawValue.hasPrefix("faq_") }

    /// Whether it answers something that was asked.
    package var isAnswer: Bool {
        switch self {
        case .affirm, .deny, .giveService, .giveDatetime, .giveName, .givePhone, .giveVehicle, .giveEmail: true
        default: false
        }
    }
}
