package import Document
package import FoundationEssentials

/// The frames of the feed itself; everything else in a feed is an event of a log.
package enum ServerFrame: Sendable {
    case heartbeat
    case pong
    /// The first frame: where the log stands. `cursor` is where the feed goes on, as the client's next cursor.
    case hello(Hello)
    /// A session as it stands at a number of its log.
    case snapshot(session: String, sequence: Int, members: [String: JSON])
    /// What was missed cannot be sent: go on from `next`, or read it elsewhere.
    case resync(session: String?, reason: Resync, next: Int?)
    /// Frames that newer ones replaced.
    case gap(session: String, from: Int, to: Int)
    case authExpiring(at: Date)
    /// The new token was taken.
    case authenticated(until: Date?)
    case shutdown(retryAfter: Duration)
    /// A frame of the client came to nothing; `request` is its `id`, `code` one of the API's problem slugs.
    case error(request: String?, session: String?, code: String, detail: String)

    /// Why a client has to begin anew.
    package enum Resync: String, Hashable, Sendable {
        case expired = "cursor-expired"
        case ahead = "cursor-ahead"
        case slow = "too-slow"
        case restarted
    }

    /// What a feed opens with.
    package struct Hello: Sendable {
        package var session: String?
        package var id: String
        package var cursor: String?
        package var oldest: Int?
        package var last: Int?
        package var isResumed: Bool
        package var at: Date
        package var capabilities: [String]
        package var heartbeat: Duration

        package init(id: String, isResumed: Bool, at: Date, capabilities: [String], heartbeat: Duration) {
            self.id = id
            self.isResumed = isResumed
            self.at = at
            self.capabilities = capabilities
            self.heartbeat = heartbeat
        }
    }

    /// The frame's `type`.
    package var type: String {
        switch self {
        case .heartbeat: "heartbeat"
        case .pong: "pong"
        case .hello: "hello"
        case .snapshot: "snapshot"
        case .resync: "resync"
        case .gap: "gap"
        case .authExpiring: "auth_expiring"
        case .authenticated: "auth"
        case .shutdown: "shutdown"
        case .error: "error"
        }
    }

    /// As JSON text without line breaks.
    package var text: String {
        switch self {
        case .heartbeat: return #"{"type":"heartbeat"}"#
        case .pong: return #"{"type":"pong"}"#
        default:
            var members = members.filter { !$0.value.isNull }
            members["type"] = .string(type)
            return JSON.object(members).text
        }
    }

    private var members: [String: JSON] {
        switch self {
        case .heartbeat, .pong: [:]
        case .hello(let hello): Self.members(of: hello)
        case .snapshot(let session, let sequence, let members):
            members.merging(["session_id": .string(session), "seq": .int(sequence)]) { $1 }
        case .resync(let session, let reason, let next):
            ["session_id": Self.json(session), "reason": .string(reason.rawValue), "from_seq": Self.json(next)]
        case .gap(let session, let from, let to):
            ["session_id": .string(session), "from_seq": .int(from), "to_seq": .int(to)]
        case .authExpiring(let date): ["expires_at": Self.json(date)]
        case .authenticated(let date): ["expires_at": date.map(Self.json) ?? .null]
        case .shutdown(let delay): ["retry_ms": .int(Int(delay / .milliseconds(1)))]
        case .error(let request, let session, let code, let detail):
            [
                "request_id": Self.json(request), "session_id": Self.json(session), "code": .string(code),
                "message": .string(detail),
            ]
        }
    }

    private static func members(of hello: Hello) -> [String: JSON] {
        [
            "id": .string(hello.id), "session_id": json(hello.session), "cursor": json(hello.cursor),
            "last_seq": json(hello.last), "oldest_seq": json(hello.oldest), "resumed": .bool(hello.isResumed),
            "server_time": json(hello.at), "capabilities": .array(hello.capabilities.map(JSON.string)),
            "heartbeat_s": .int(Int(hello.heartbeat / .seconds(1))),
        ]
    }

    private static func json(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
    private static func json(_ number: Int?) -> JSON { number.map(JSON.int) ?? .null }
    private static func json(_ date: Date) -> JSON { .string(date.moment) }
}
