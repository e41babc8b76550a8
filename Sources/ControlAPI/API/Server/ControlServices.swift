package import Access

/// What the API works with, and others make.
package struct ControlServices: Sendable {
    package var sessions: Sessions
    package var gatekeeper: Gatekeeper
    package var rates: any RateLimiter
    /// The LiveKit server's rooms; `nil`: nobody is removed from one, and no session is closed because its room is gone.
    package var rooms: (any RoomRegister)?

    package init(
        sessions: Sessions, gatekeeper: Gatekeeper, rates: any RateLimiter = MemoryRateLimiter(),
        rooms: (any RoomRegister)? = nil
    ) {
        self.sessions = sessions
        self.gatekeeper = gatekeeper
        self.rates = rates
        self.rooms = rooms
    }
}
