package import FoundationEssentials
package import Supervision

/// Somebody who was let into a feed.
package struct FeedPass: Hashable, Sendable {
    package let principal: Principal
    /// When it ends by itself; `nil`: not.
    package let expiry: Date?
    /// Whether the number of feeds this principal may have is limited.
    package let isLimited: Bool
    /// By which the gate knows the pass again; of no meaning to others.
    package let mark: String

    package init(_ principal: Principal, until expiry: Date? = nil, isLimited: Bool = true, mark: String = "") {
        self.principal = principal
        self.expiry = expiry
        self.isLimited = isLimited
        self.mark = mark
    }
}
