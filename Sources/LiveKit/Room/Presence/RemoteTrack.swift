import Contract

/// A track that another participant publishes.
package struct RemoteTrack: Hashable, Sendable {
    /// `TR_…`.
    package let sid: String
    package let name: String
    package let participantSID: String
    package let participantIdentity: String
    package let isAudio: Bool
    package let isMicrophone: Bool
    package let isMuted: Bool

    init(_ info: Livekit_TrackInfo, of participant: Livekit_ParticipantInfo) {
        sid = info.sid
        name = info.name
        participantSID = participant.sid
        participantIdentity = participant.identity
        isAudio = info.type == .audio
        isMicrophone = info.source == .microphone
        isMuted = info.muted
    }
}
