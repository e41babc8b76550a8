/// What an agent is told when it is made.
package struct ICEConfiguration: Hashable, Sendable {
    package var role: ICERole
    /// Answers checks and sends none; always controlled.
    package var lite: Bool
    package var credentials: ICECredentials
    /// Settles a role conflict: 64 random bits.
    package var tieBreaker: UInt64
    package var timings: ICETimings

    package init(
        role: ICERole, lite: Bool = false, credentials: ICECredentials, tieBreaker: UInt64,
        timings: ICETimings = ICETimings()
    ) {
        self.role = lite ? .controlled : role
        self.lite = lite
        self.credentials = credentials
        self.tieBreaker = tieBreaker
        self.timings = timings
    }
}
