import Contract

/// What a session that is being resumed waits for and has learned.
struct Resumption {
    /// Why, for the server.
    var reason = Livekit_ReconnectReason.rrUnknown
    /// The number of our last reliable packet that the server has.
    var lastMessage: UInt32 = 0
    /// Who the server says is in the room, by session id. The list is whole when it names us.
    var roster: Set<String> = []
}
