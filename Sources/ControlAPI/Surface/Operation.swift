package import Document
package import Supervision

/// One address and method of the API.
package struct Operation: Sendable {
    package enum Method: String, Hashable, Sendable, CaseIterable {
        case get, post, put, patch, delete
    }

    /// Who may use it.
    package enum Access: Hashable, Sendable {
        /// Anybody.
        case open
        /// Whoever shows a signature that the operation itself checks, such as a LiveKit server.
        case signed
        /// Principals of these roles; an API key or a caller's token also needs the grant.
        case roles(Set<Role>, grant: String)
    }

    /// What is counted together when requests are limited (control API §7).
    package enum Rate: String, Hashable, Sendable, CaseIterable {
        case login, create, chat, token, command, read, write, stream, none
    }

    /// Whether `Idempotency-Key` is heeded.
    package enum Idempotency: Hashable, Sendable {
        case none, accepted, required
    }

    /// `operationId`: a verb and a noun in lower camel case.
    package let name: String
    package let method: Method
    /// With `{parameters}`, such as `/api/sessions/{session_id}`.
    package let path: String
    /// A sentence without a full stop, for people.
    package let summary: String
    /// The chapter of the reference page.
    package let chapter: String
    package var access: Access
    /// Those of its path from the beginning.
    package var parameters: [Parameter]
    /// The body it takes, as JSON; `nil`: none.
    package var body: Schema?
    package var isBodyRequired = true
    /// What it answers when all is well, by status.
    package var answers: [Answer]
    /// The problems it may answer with, beside those that every operation may.
    package var problems: [ProblemKind] = []
    package var rate = Rate.read
    package var idempotency = Idempotency.none

    package init(
        _ name: String, _ method: Method, _ path: String, _ summary: String, in chapter: String, for access: Access,
        answers: [Answer]
    ) {
        self.name = name
        self.method = method
        self.path = path
        self.summary = summary
        self.chapter = chapter
        self.access = access
        parameters = Self.pathParameters(of: path)
        self.answers = answers
    }
}
