import Speech
import Transport

extension SpeechError {
    /// What a WebSocket's end means for an engine. Neither address nor body is repeated: both are the provider's.
    init(_ error: WebSocketError) {
        switch error {
        case .unreachable(let failure): self.init(failure.cause)
        case .refused(429, _, let time): self = .limited(retryAfter: time)
        case .refused(let status, _, _): self = .refused(status: status)
        case .handshakeFailed: self = .unreachable("no WebSocket is spoken there")
        case .messageTooLarge: self = .malformed("a message beyond every measure")
        case .protocolViolation: self = .malformed("the provider breaks the WebSocket protocol")
        case .silent: self = .timedOut
        case .backlogged: self = .unreachable("the provider does not read")
        case .lost: self = .unreachable("the connection was lost")
        }
    }

    private init(_ cause: ConnectionFailure.Cause) {
        switch cause {
        case .timedOut: self = .timedOut
        case .nameUnknown: self = .unreachable("no address is known for the name")
        case .refused: self = .unreachable("nobody listens there")
        case .noRoute: self = .unreachable("no network leads there")
        case .untrusted, .otherName, .tls: self = .unreachable("the provider's certificate or TLS is not accepted")
        case .cut: self = .unreachable("the provider hung up at once")
        case .system, .other: self = .unreachable("no connection")
        }
    }
}
