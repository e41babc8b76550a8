/// What the nodes prepare during one turn.
package struct TurnDraft: Hashable, Sendable, Codable {
    /// Where the router sends the turn.
    package enum Branch: String, Hashable, Sendable, CaseIterable, Codable {
        case faq, booking, escalation, courtesy
    }

    /// What `check_notifications` found.
    package enum Arrival: String, Hashable, Sendable, CaseIterable, Codable {
        case turn, notice
    }

    /// Whether the caller wanted something else in the same breath.
    package enum Course: String, Hashable, Sendable, CaseIterable, Codable {
        case more, done
    }

    /// A piece of the reply.
    package enum Sentence: Hashable, Sendable, Codable {
        case line(Line)
        /// Finished words: an answer from the database.
        case quote(String)
    }

    package var arrival: Arrival = .turn
    package var branch: Branch = .courtesy
    /// What the caller said.
    package var text = ""
    /// What it meant; the intent is the one at hand.
    package var interpretation = Interpretation(.other, 0)
    /// What else the caller wants, still to be dealt with; at most three.
    package var agenda: [Intent] = []
    /// What to speak, in order.
    package var sentences: [Sentence] = []
    /// Notifications to speak before everything else.
    package var notices: [SessionNotification] = []
    /// Whether the talk strayed from the errand: the pending question is asked again after this.
    package var isDigression = false
    /// Whether the way back is named, too.
    package var hasBridge = false
    /// Whether the last reply is said again as it was.
    package var isRepeat = false
    package var endsCall = false
    /// The node that has the word.
    package var node = "router"
    /// The tool that was asked last, to ask it once more when it fails.
    package var request: ToolRequest?
    /// How many tools were asked.
    package var calls = 0
    /// Whether it was asked once more.
    package var isRetried = false
    /// The reply that waits for better words.
    package var plan: ReplyPlan?
    /// A change to ask a person about once the caller was told.
    package var approval: ToolRequest?
    /// The instructions that went into the reply.
    package var used: [GuidanceUse]?
    /// The days that are looked through for openings.
    package var search: OpeningSearch?

    package init() {}

    package var course: Course { agenda.isEmpty ? .done : .more }

    var lines: [Line] {
        sentences.compactMap { if case .line(let line) = $0 { line } else { nil } }
    }
}
