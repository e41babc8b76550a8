/// Work that goes on while the conversation continues (document 004, background task system).
package struct BackgroundTask: Hashable, Sendable {
    package enum Kind: String, Codable, Hashable, Sendable {
        case humanEscalation = "human_escalation"
    }

    /// `pending → running → completed | failed`.
    package enum Status: String, Codable, Hashable, Sendable {
        case pending, running, completed, failed

        /// Whether nothing more will happen.
        package var isFinal: Bool { self == .completed || self == .failed }
    }

    /// `esc_{session}_{timestamp}`, the timestamp in seconds since 1970.
    package var taskID: String
    package var taskType: Kind
    package var status: Status
    /// `nil` until the check is done.
    package var humanAvailable: Bool?
    package var humanAgentName: String?

    package init(taskID: String, taskType: Kind = .humanEscalation, status: Status = .pending) {
        self.taskID = taskID
        self.taskType = taskType
        self.status = status
    }
}

extension BackgroundTask: Codable {
    private enum CodingKeys: String, CodingKey {
        case status
        case taskID = "task_id"
        case taskType = "task_type"
        case humanAvailable = "human_available"
        case humanAgentName = "human_agent_name"
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(taskID, forKey: .taskID)
        try container.encode(taskType, forKey: .taskType)
        try container.encode(status, forKey: .status)
        try container.encode(humanAvailable, forKey: .humanAvailable)
        try container.encode(humanAgentName, forKey: .humanAgentName)
    }
}
