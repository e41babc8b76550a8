package import FoundationEssentials

/// That a person has a page open, and what they look at.
package struct Attendance: Hashable, Sendable, Codable {
    /// The connection: a person with two pages is there twice.
    package var id: String
    package var workspace: String
    package var person: String
    package var name: String
    /// The session they look at.
    package var session: String?
    /// `watching`, or how they are in the room: `monitor`, `coach` or `barge`.
    package var kind: String
    package var since: Date

    /// Seconds until somebody is gone who was not shown again.
    package static let lifetime: TimeInterval = 30

    package init(
        id: String, workspace: String, person: String, name: String, session: String? = nil,
        kind: String = "watching", since: Date
    ) {
        self.id = id
        self.workspace = workspace
        self.person = person
        self.name = name
        self.session = session
        self.kind = kind
        self.since = since
    }
}
