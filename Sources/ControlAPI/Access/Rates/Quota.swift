package import FoundationEssentials

/// What somebody may have at the same time (control API §7).
package enum Quota: String, Hashable, Sendable, CaseIterable {
    /// Sessions, by the address of who made them.
    case sessions
    /// WebSockets, by principal.
    case sockets
    /// Server-sent streams, by principal.
    case streams

    package var limit: Int {
        switch self {
        case .sessions: 10
        case .sockets: 20
        case .streams: 9
        }
    }

    /// How long one counts that nobody renews or gives back.
    package var lifetime: TimeInterval {
        switch self {
        case .sessions: 60 * 60
        case .sockets, .streams: 2 * 60
        }
    }
}
