import Contract

/// Names a stream while it arrives. Its true sender is part of it: an agent that speaks for someone else is named in the
/// header only.
struct StreamKey: Hashable, Sendable {
    /// The session's id, or the identity where the server gives none.
    let sender: String
    let id: String

    init(_ id: String, in packet: Livekit_DataPacket) {
        sender = packet.participantSid.isEmpty ? packet.participantIdentity : packet.participantSid
        self.id = id
    }
}
