package import FoundationEssentials

/// A person who takes calls.
package struct HandoffOperator: Hashable, Sendable, Codable {
    package enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        case available
        /// There, but talking or away for a moment.
        case busy
        case offline
    }

    package let id: String
    package var skills: Set<String>
    package var status: Status
    /// Since when they have had no call; for those who have one, when it began.
    package var idleSince: Date

    package init(id: String, skills: Set<String> = [], status: Status, idleSince: Date) {
        self.id = id
        self.skills = skills
        self.status = status
        self.idleSince = idleSince
    }

    /// Whether they may have it, as far as it knows of them.
    package func suits(_ handoff: Handoff) -> Bool {
        handoff.skills.isSubset(of: skills) && handoff.wanted.map { $0 == id } ?? true
    }
}
