/// What is known of a human colleague since the caller asked for one (document 004, `human_agent_status`).
package enum HumanAgentStatus: String, Codable, Hashable, Sendable {
    case checking
    case available
    case unavailable
    case callbackScheduled = "callback_scheduled"
}
