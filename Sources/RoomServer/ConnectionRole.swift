import Token

/// What an opened WebSocket is for.
enum ConnectionRole: Sendable {
    case guest(Admission)
    case worker(Claims)
}
