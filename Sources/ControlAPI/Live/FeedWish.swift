package import Document
package import Supervision

/// What somebody asks for in a feed.
package struct FeedWish: Sendable {
    package enum Kind: Hashable, Sendable {
        /// As in the body of `POST /api/sessions/{id}/commands`.
        case command(JSON)
        /// Typed words of the caller.
        case chat(String)
    }

    /// Why it was not taken: one of the API's problems.
    package struct Refusal: Error, Hashable, Sendable {
        /// The slug, such as `control-held`.
        package let code: String
        package let detail: String

        package init(code: String, detail: String) {
            self.code = code
            self.detail = detail
        }
    }

    package let kind: Kind
    package let session: String
    package let principal: Principal
    /// The frame's `id`: its idempotency key.
    package let id: String
}
