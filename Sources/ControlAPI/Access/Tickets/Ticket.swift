package import FoundationEssentials

/// What a ticket opens, and for whom.
package struct Ticket: Hashable, Sendable, Codable {
    /// A ticket is used within this time, once.
    package static let lifetime: TimeInterval = 60

    /// The path of a feed.
    package let resource: String
    package let admission: Admission
    package let expiresAt: Date
}
