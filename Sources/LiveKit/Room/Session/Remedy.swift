import Contract

/// What may mend a loss.
enum Remedy: Hashable {
    /// The same session on another socket, with an ICE restart; the server is told why.
    case resume(Livekit_ReconnectReason)
    /// Only a new session.
    case restart
}
