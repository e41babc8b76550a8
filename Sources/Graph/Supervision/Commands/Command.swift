package import FoundationEssentials

/// Something a person wants done in a live session.
package struct Command: Hashable, Sendable {
    /// `cmd_` and 26 characters; also the key by which the same command is known when it comes twice.
    package let id: String
    package let session: String
    package let principal: Principal
    package let body: Body
    package let precondition: Precondition?
    package let createdAt: Date
    /// It never applies after this moment.
    package let expiry: Date
    /// The HTTP request or frame it came with, for the log.
    package let request: String?

    /// Seconds a command lives unless it says otherwise, and at most.
    package static let timeToLive: TimeInterval = 30
    package static let longestLife: TimeInterval = 300

    package init(
        id: String, session: String, by principal: Principal, _ body: Body, precondition: Precondition? = nil,
        at now: Date, timeToLive: TimeInterval = Self.timeToLive, request: String? = nil
    ) {
        self.init(
            id: id, session: session, by: principal, body, precondition: precondition, at: now,
            until: now.addingTimeInterval(min(max(0, timeToLive), Self.longestLife)), request: request)
    }

    init(
        id: String, session: String, by principal: Principal, _ body: Body, precondition: Precondition?,
        at createdAt: Date, until expiry: Date, request: String?
    ) {
        self.id = id
        self.session = session
        self.principal = principal
        self.body = body
        self.precondition = precondition
        // Whole microseconds since 1970, so that what is read is what was written.
        self.createdAt = createdAt.inMicroseconds
        self.expiry = expiry.inMicroseconds
        self.request = request
    }
}

extension Date {
    fileprivate var inMicroseconds: Self { .init(timeIntervalSince1970: (timeIntervalSince1970 * 1e6).rounded() / 1e6) }
}
