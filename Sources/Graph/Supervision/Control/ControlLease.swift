package import FoundationEssentials

/// Who has the say in a session, and until when.
package struct ControlLease: Hashable, Sendable, Codable {
    package var holder: Principal
    package var expiry: Date
    /// Rises with every new holder of the session: what an earlier holder still asks for is refused.
    package var fence: Int
    /// Seconds that each renewal gives.
    package var term: TimeInterval

    package init(holder: Principal, expiry: Date, fence: Int, term: TimeInterval = 30) {
        self.holder = holder
        self.expiry = expiry
        self.term = term
        self.fence = fence
    }
}
