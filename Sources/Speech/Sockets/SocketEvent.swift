/// What happens on a WebSocket to a provider, in order.
package enum SocketEvent: Hashable, Sendable {
    /// The provider accepted; messages may be sent.
    case opened
    case message(SocketMessage)
    /// The last event: `refused`, `limited`, `timedOut`, or `unreachable` with a reason that holds no secret.
    case ended(SpeechError)
}
