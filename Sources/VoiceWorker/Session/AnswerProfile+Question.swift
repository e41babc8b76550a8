package import Conversation
package import Dialogue

extension AnswerProfile {
    /// How callers pause in the answer to a question of the graph; `nil` where nothing was asked.
    package init?(_ question: Conversation.Question?) {
        switch question {
        case nil: return nil
        case .phone, .lookup: self = .digits
        case .date, .time: self = .date
        case .name, .email: self = .name
        case .confirmation, .cancellation, .move, .escalationOffer, .resume: self = .yesNo
        case .service, .vehicle, .choice, .appointment, .correction, .anythingElse: self = .open
        }
    }
}
