package import RTP

/// What happened in the room.
package enum RoomEvent: Sendable {
    /// The server let us in; who was there follows as `.participantJoined`.
    case joined(JoinedRoom)
    /// Media and data can flow both ways. Comes again after every reconnection.
    case connected
    case participantJoined(Participant)
    /// Attributes, metadata, state or tracks changed.
    case participantChanged(Participant)
    case participantLeft(Participant)
    /// One of our tracks is known to the server under this id.
    case trackPublished(cid: String, sid: String)
    /// One of our tracks has its first subscriber: what is sent now is heard.
    case trackSubscribed(sid: String)
    /// The server asks us to mute one of our tracks.
    case muteRequested(sid: String, muted: Bool)
    /// Another participant's audio will arrive.
    case audioStarted(RemoteTrack)
    case audioEnded(RemoteTrack)
    /// One packet of a remote track's audio.
    case audio(trackID: String, RTPPacket)
    case data(DataMessage)
    /// Text of a stream: grows as chunks arrive, `isFinal` with the last.
    case text(TextMessage)
    case speakersChanged([Speaker])
    /// The connection is being made anew; publications are repeated by the room itself.
    case reconnecting(reason: String)
    /// The end.
    case disconnected(RoomFailure?)
}
