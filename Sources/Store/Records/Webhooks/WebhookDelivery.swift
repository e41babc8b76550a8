package import FoundationEssentials

/// One event on its way to one endpoint.
package struct WebhookDelivery: Hashable, Sendable {
    package enum Status: String, Hashable, Sendable, CaseIterable {
        case pending, delivered
        /// Given up: refused for good, or tried too often.
        case dead
    }

    /// `dlv_` and 26 characters.
    package let id: String
    package let endpoint: String
    package let workspace: String
    /// The message's id for the receiver, the same at every attempt: `webhook-id`.
    package let event: String
    package let session: String
    package let type: String
    /// JSON text.
    package let body: String
    package let createdAt: Date
    package var status: Status
    /// Attempts that were made.
    package var attempts: Int
    package var nextAt: Date
    /// What came of the last attempt, such as `HTTP 500` or `timed out`.
    package var lastResult: String?

    package init(
        id: String, endpoint: String, workspace: String, event: String, session: String, type: String, body: String,
        createdAt: Date, status: Status = .pending, attempts: Int = 0, nextAt: Date? = nil, lastResult: String? = nil
    ) {
        self.id = id
        self.endpoint = endpoint
        self.workspace = workspace
        self.event = event
        self.session = session
        self.type = type
        self.body = body
        self.createdAt = createdAt
        self.status = status
        self.attempts = attempts
        self.nextAt = nextAt ?? createdAt
        self.lastResult = lastResult
    }
}
