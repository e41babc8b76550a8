/// How a session is connected, which is also the version of the signalling protocol.
package enum Topology: Hashable, Sendable {
    /// One peer connection for both directions, which we offer in the request to join (v1).
    case single
    /// Two: we offer the one that we send on, the server offers the one that we receive on (v0).
    case dual

    /// Where its WebSocket is, below the server's URL.
    var path: String {
        switch self {
        case .single: "/rtc/v1"
        case .dual: "/rtc"
        }
    }
}
