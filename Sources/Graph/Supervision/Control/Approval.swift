package import Document
package import FoundationEssentials

/// A tool call that waits for a person (control API §10.6).
package struct Approval: Hashable, Sendable, Codable {
    package enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        case pending, approved, edited, rejected, responded, expired, void
    }

    /// The interrupt's id within its session, prefixed by the session's: unique.
    package let id: String
    package let session: String
    package let tool: String
    package let arguments: JSON
    package let prompt: String
    package let askedAt: Date
    package let deadline: Date?
    /// The principal it is addressed to, if it is to one.
    package let approver: String?
    package var status: Status
    package var decidedBy: String?

    package init(
        id: String, session: String, tool: String, arguments: JSON, prompt: String, askedAt: Date, deadline: Date?,
        approver: String? = nil, status: Status = .pending, decidedBy: String? = nil
    ) {
        self.id = id
        self.session = session
        self.tool = tool
        self.arguments = arguments
        self.prompt = prompt
        self.askedAt = askedAt
        self.deadline = deadline
        self.approver = approver
        self.status = status
        self.decidedBy = decidedBy
    }
}
