/// How events are written for a client (control API §11.1).
package enum FeedProfile: Hashable, Sendable {
    /// Document 004, key for key, and nothing else.
    case seed
    /// Every event; each with its number, time and id.
    case extended

    /// The name of the extended profile in `Sec-WebSocket-Protocol`.
    package static let subprotocol = "voiceworker.v1"

    /// The profile a client asks for, by the subprotocols it offers.
    package init(offered protocols: some Sequence<String>) {
        self = protocols.contains(Self.subprotocol) ? .extended : .seed
    }
}
