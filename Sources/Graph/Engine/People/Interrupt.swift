package import Document
package import FoundationEssentials

/// A question to a person, and what became of it.
package struct Interrupt: Hashable, Sendable, Codable {
    /// What is asked.
    package struct Question: Hashable, Sendable, Codable {
        /// What the question is about, for whoever shows it: `tool_approval`.
        package let kind: String
        package let prompt: String
        /// The choices there are; none: any choice is taken.
        package let options: [String]
        /// What the person should see, such as the arguments of a tool call.
        package let details: JSON

        package init(kind: String, prompt: String, options: [String] = [], details: JSON = .null) {
            self.kind = kind
            self.prompt = prompt
            self.options = options
            self.details = details
        }
    }

    /// What became of it.
    package enum State: Hashable, Sendable, Codable {
        case pending
        case decided(Decision)
        /// Nobody decided in time.
        case expired
        /// The matter came to an end without the decision.
        case withdrawn
    }

    private enum CodingKeys: String, CodingKey {
        case id, question, node, deadline, state, cursor
        case askedAt = "asked_at"
    }

    package let id: RequestID
    package let question: Question
    /// The node that asks.
    package internal(set) var node = ""
    package let askedAt: Date
    /// When it expires, if ever.
    package internal(set) var deadline: Date?
    package internal(set) var state: State = .pending
    /// The place that waits for the decision.
    var cursor = 0

    init(id: RequestID, question: Question, askedAt: Date, deadline: Date?) {
        self.id = id
        self.question = question
        self.askedAt = askedAt
        self.deadline = deadline
    }

    package var isPending: Bool { state == .pending }
}
