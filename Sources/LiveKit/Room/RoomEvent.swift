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
    /// More of a text stream that is still arriving.
    case textGrew(TextPiece)
    /// A text stream, whole.
    case text(TextMessage)
    /// A byte stream, whole.
    case bytes(ByteMessage)
    /// A stream that will never be whole.
    case streamFailed(StreamFailure)
    case chat(ChatText)
    /// Somebody on a telephone pressed a key.
    case dtmf(DTMFTone)
    /// Somebody calls a registered method; to be answered with `respond`.
    case rpcRequested(RPCRequest)
    /// The end of a call that we made.
    case rpcAnswered(id: String, Result<String, RPCError>)
    case speakersChanged([Speaker])
    /// The connection is being made anew; publications are repeated by the room itself.
    case reconnecting(reason: String)
    /// The end.
    case disconnected(RoomFailure?)
}
