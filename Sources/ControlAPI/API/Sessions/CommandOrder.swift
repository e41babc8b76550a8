package import Supervision
import Secure

/// A command as somebody asked for it, on its way to become one.
package struct CommandOrder: Sendable {
    package let request: CommandRequest
    package let session: String
    package let principal: Principal
    /// What makes the same order twice one command.
    package var key: String?
    /// The name of the HTTP request or frame it came with.
    package var mark: String?
    /// `traceparent` of W3C Trace Context.
    package var trace: String?

    package init(_ request: CommandRequest, in session: String, by principal: Principal) {
        self.request = request
        self.session = session
        self.principal = principal
    }

    /// `cmd_` and 26 characters of base 32: the same for the same key of the same principal in the same session.
    var id: String {
        guard let key = key ?? request.dedupeKey else { return RandomID.make("cmd") }
        let digest = Digest.sha256(Array([principal.id, session, key].joined(separator: "\n").utf8))
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")
        return "cmd_" + String(digest.prefix(26).map { alphabet[Int($0) % 32] })
    }
}
