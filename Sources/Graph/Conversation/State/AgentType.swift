/// Which part of the graph has the turn (document 004, `current_agent`).
package enum AgentType: String, Codable, Hashable, Sendable, CaseIterable {
    case router
    case faq
    case booking
    case escalation
    case response
}
