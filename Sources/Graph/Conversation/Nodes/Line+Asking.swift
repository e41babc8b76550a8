extension Line {
    /// Whether the line itself asks the question.
    func asks(_ question: Question) -> Bool {
        switch self {
        case .ask(question), .hint(question): true
        case .readBack: question == .confirmation
        case .offerColleague: question == .escalationOffer
        case .changeWhat: question == .correction
        case .times, .openings: question == .time
        case .suggest: question == .date
        case .incompletePhone: question == .phone || question == .lookup
        case .whichService, .whichDay, .whichTime: question == .choice
        case .whichModel: question == .vehicle || question == .choice
        case .whichAppointment: question == .appointment
        case .confirmCancellation: question == .cancellation
        case .confirmMove: question == .move
        default: false
        }
    }
}
