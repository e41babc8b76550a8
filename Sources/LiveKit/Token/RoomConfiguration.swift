/// How a room is made when this token's join creates it: the token's `roomConfig` claim. Fields that are not listed
/// here are ignored.
package struct RoomConfiguration: Hashable, Sendable, Codable {
    /// An agent to be called into the room.
    package struct AgentDispatch: Hashable, Sendable, Codable {
        package var agentName: String?
        package var metadata: String?
        package var deployment: String?
        package var attributes: [String: String]?

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
    /// Milliseconds that receivers hold sound and pictures back, at least and at most.
    package var minPlayoutDelay: UInt32?
    package var maxPlayoutDelay: UInt32?
    /// Whether a participant's sound and pictures are played in step.
    package var syncStreams: Bool?
    package var metadata: String?
    package var agents: [AgentDispatch]?
    package var tags: [String: String]?

    package init(agents: [AgentDispatch]? = nil) {
        self.agents = agents
    }
}
