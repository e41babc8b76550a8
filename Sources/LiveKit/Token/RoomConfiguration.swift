/// How a room is made when this token's join creates it: the token's `roomConfig` claim. Fields that are not listed
/// here are ignored.
package struct RoomConfiguration: Hashable, Sendable, Codable {
    /// An agent to be called into the room.
    package struct AgentDispatch: Hashable, Sendable, Codable {
        package var agentName: String?
        package var metadata: String?

        package init(agentName: String, metadata: String? = nil) {
            self.agentName = agentName
            self.metadata = metadata
        }
    }

    package var name: String?
    /// Seconds an empty room stays open before anybody came.
    package var emptyTimeout: UInt32?
    /// Seconds it stays open after the last one left.
    package var departureTimeout: UInt32?
    package var maxParticipants: UInt32?
    package var metadata: String?
    package var agents: [AgentDispatch]?

    package init(agents: [AgentDispatch]? = nil) {
        self.agents = agents
    }
}
