import Contract

/// Names a stream while it arrives. Its true sender is part of it: an agent that speaks for someone else is named in the
/// header only.
struct StreamKey: Hashable, Sendable {
    /// The session's id; empty where the server gives none, and then the identity counts.
    private let session: String
    private let identity: String
    private let id: String

    init(_ id: String, in packet: Livekit_DataPacket) {
        session = packet.participantSid
        identity = session.isEmpty ? packet.participantIdentity : ""
        self.id = id
    }

    func isSent(by participant: Participant) -> Bool {
        session.isEmpty ? identity == participant.identity : session == participant.sid
    }
}
