/// What the nodes prepare during one turn.
package struct TurnDraft: Hashable, Sendable, Codable {
    /// Where the router sends the turn.
    package enum Branch: String, Hashable, Sendable, CaseIterable, Codable {
        case faq, booking, escalation, respond
    }

    /// What `check_notifications` found.
    package enum Arrival: String, Hashable, Sendable, CaseIterable, Codable {
        case turn, notice
    }

    package var arrival: Arrival = .turn
    package var branch: Branch = .respond
    /// What the caller said.
    package var text = ""
    package var interpretation = Interpretation(.other, 0)
    /// Sentences to speak, in order.
    package var lines: [Line] = []
    /// Finished words to speak before them: answers from the database.
    package var quotes: [String] = []
    /// Notifications to speak before everything else.
    package var notices: [SessionNotification] = []
    /// Whether the pending question of a booking is asked again after this.
    package var isDigression = false
    /// Whether the last reply is said again as it was.
    package var isRepeat = false
    package var endsCall = false
    /// The node that has the word.
    package var node = "router"

    package init() {}
}
