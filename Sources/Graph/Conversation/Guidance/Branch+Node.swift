extension TurnDraft.Branch {
    /// Where a supervisor can send a turn, by the node's name: `faq`, `booking` or `escalation`, with or without `_agent`.
    package init?(node: String) {
        switch node {
        case "faq", "faq_agent": self = .faq
        case "booking", "booking_agent": self = .booking
        case "escalation", "escalation_agent": self = .escalation
        default: return nil
        }
    }
}
