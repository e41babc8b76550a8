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
    case bookService = "book_service"
    case bookTestDrive = "book_test_drive"
    case cancel, reschedule
    case escalation
    case giveService = "give_service"
    case giveDatetime = "give_datetime"
    case giveName = "give_name"
    case givePhone = "give_phone"
    case giveVehicle = "give_vehicle"
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
        case .affirm, .deny, .giveService, .giveDatetime, .giveName, .givePhone, .giveVehicle: true
        default: false
        }
    }
}
