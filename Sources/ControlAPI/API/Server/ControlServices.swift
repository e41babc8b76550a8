package import Access
package import Document
package import Host
package import Store

/// What the API works with, and others make.
package struct ControlServices: Sendable {
    package var sessions: Sessions
    package var gatekeeper: Gatekeeper
    /// Webhooks and handoffs.
    package var database: Database
    package var office: HandoffOffice
    /// The conversation's graph, as `CompiledGraph.outline` is written.
    package var graph: JSON = [:]
    package var rates: any RateLimiter = MemoryRateLimiter()
    /// The LiveKit server's rooms; `nil`: nobody is removed from one, and no session is closed because its room is gone.
    package var rooms: (any RoomRegister)?

    package init(sessions: Sessions, gatekeeper: Gatekeeper, database: Database, office: HandoffOffice) {
        self.sessions = sessions
        self.gatekeeper = gatekeeper
        self.database = database
        self.office = office
    }
}
