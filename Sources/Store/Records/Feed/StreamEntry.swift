import Document
import FoundationEssentials
import Redis

/// An event as a stream of Redis holds it: what it is, and a token by which it is known when it comes twice.
struct StreamEntry: Sendable {
    let token: String
    var event: LoggedEvent

    init(_ event: LoggedEvent, token: String) {
        self.event = event
        self.token = token
    }

    /// From an entry of `XRANGE`; `nil` when another program wrote it otherwise.
    init?(_ reply: RedisReply, of session: String) {
        guard let parts = reply.array, parts.count == 2, let place = parts[0].text,
            let sequence = place.split(separator: "-").first.flatMap({ Int($0) }),
            let fields = parts[1].array?.map(\.text), fields.count == 10, let token = fields[1], let type = fields[3],
            let at = fields[5].flatMap({ Int($0) }), let text = fields[9]
        else { return nil }
        self.token = token
        event = LoggedEvent(
            sequence: sequence, at: Date(milliseconds: at), sessionID: session, type: type,
            isDocumented: fields[7] == "1", text: text)
    }

    /// Type, milliseconds, whether it is documented, text.
    var values: [any RedisArgument] {
        [event.type, event.at.inMilliseconds, event.isDocumented ? 1 : 0, event.text]
    }

    /// Whether the session is over with it.
    var endsSession: Bool {
        event.type == "lifecycle" && event.frame["session"]?["ended_at"]?.string != nil
    }
}
