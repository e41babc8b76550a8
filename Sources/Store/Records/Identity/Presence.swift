/// Whether a person can be given calls.
package enum Presence: String, Hashable, Sendable, Codable, CaseIterable {
    case online
    case away
    case offline
}
