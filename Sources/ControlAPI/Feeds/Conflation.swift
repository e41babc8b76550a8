package import Document

/// Which frames replace each other while they wait: the newest is what a slow reader wants (control API §11.3).
package struct Conflation: Hashable, Sendable {
    private let type: String
    private let session: String
    /// What it is about, within a session: a segment, a participant.
    private let subject: String

    /// The member that names the subject, by the types that are replaced; every other type is kept.
    private static let subjects: [String: [String]] = [
        "state_update": [], "transcript_partial": ["segment_id"], "level": ["participant", "role"],
        "quality": ["participant", "role"], "feed": [], "sentiment": [], "agent_status": ["agent_id"],
    ]

    /// Whether frames of a type replace each other.
    package static func isReplaced(_ type: String) -> Bool { subjects[type] != nil }

    /// `nil` for a frame that is never replaced.
    package init?(_ type: String, session: String, frame: @autoclosure () -> JSON) {
        guard let members = Self.subjects[type] else { return nil }
        let value = members.isEmpty ? .null : frame()
        self.init(
            type: type, session: session, subject: members.compactMap { value[$0]?.string }.joined(separator: "\n"))
    }

    /// For what is no event, such as `pong`.
    package init(answer: String) {
        self.init(type: answer, session: "", subject: "")
    }

    private init(type: String, session: String, subject: String) {
        self.type = type
        self.session = session
        self.subject = subject
    }
}
