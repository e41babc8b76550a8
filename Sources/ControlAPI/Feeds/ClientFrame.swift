package import Document

/// What a client says in a feed: a JSON object with a `type` (control API §11.1).
package enum ClientFrame: Hashable, Sendable {
    case ping
    case pong
    /// A new token for the one that runs out.
    case auth(token: String)
    /// Go on after an event of the feed's one session; or, in a workspace's feed, of a session that is subscribed to.
    case resume(session: String?, after: String)
    /// Events of a session from now on, or after a cursor; without a session the workspace's own feed. `types`: only these.
    case subscribe(session: String?, after: String?, types: Set<String>?)
    case unsubscribe(session: String?)
    /// As in `POST …/commands`; `id` is its idempotency key.
    case command(id: String, session: String?, JSON)
    /// Typed words of the caller.
    case chat(id: String, session: String?, message: String)
    /// Read up to here.
    case ack(Int)
    /// A type of later times: ignored.
    case unknown(String)
}
