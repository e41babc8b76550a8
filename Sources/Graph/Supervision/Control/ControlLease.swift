package import FoundationEssentials

/// Who has the say in a session, and until when.
package struct ControlLease: Hashable, Sendable, Codable {
    package var holder: Principal
    package var expiry: Date
    /// Rises with every new holder of the session: what an earlier holder still asks for is refused.
    package var fence: Int

    package init(holder: Principal, expiry: Date, fence: Int) {
        self.holder = holder
        self.expiry = expiry
        self.fence = fence
    }
}
