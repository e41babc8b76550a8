import Contract

/// The room as the server describes it.
package struct JoinedRoom: Hashable, Sendable {
    package let name: String
    /// `RM_…`; empty while the server does not know it yet.
    package private(set) var sid: String
    /// Our own session id, `PA_…`, and identity.
    package let participantSID: String
    package let identity: String
    package let serverVersion: String
    package private(set) var metadata: String
    /// As the server counts them, without agents; it lags behind.
    package private(set) var participantCount: Int
    package private(set) var isRecorded: Bool

    init(_ room: Livekit_Room, as participant: Livekit_ParticipantInfo, serverVersion: String) {
        name = room.name
        sid = room.sid
        participantSID = participant.sid
        identity = participant.identity
        self.serverVersion = serverVersion
        metadata = room.metadata
        participantCount = Int(room.numParticipants)
        isRecorded = room.activeRecording
    }

    /// The same room, as the server describes it now.
    func updated(_ room: Livekit_Room) -> JoinedRoom {
        var updated = self
        if !room.sid.isEmpty { updated.sid = room.sid }
        updated.metadata = room.metadata
        updated.participantCount = Int(room.numParticipants)
        updated.isRecorded = room.activeRecording
        return updated
    }
}
