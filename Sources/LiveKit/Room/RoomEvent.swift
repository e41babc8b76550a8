package import RTP

/// What happened in the room.
package enum RoomEvent: Sendable {
    /// The server let us in; who was there follows as `.participantJoined`.
    case joined(JoinedRoom)
    /// Media and data can flow both ways. Comes again with every new session.
    case connected
    case participantJoined(Participant)
    /// Attributes, metadata, state or tracks changed.
    case participantChanged(Participant)
    case participantLeft(Participant)
    /// One of our tracks is known to the server under this id.
    case trackPublished(cid: String, sid: String)
    /// One of our tracks has its first subscriber: what is sent now is heard.
    case trackSubscribed(sid: String)
    /// The server ended one of our tracks; it is not published again.
    case trackUnpublished(cid: String)
    /// The server does not let us publish the track.
    case trackRefused(cid: String, RequestOutcome)
    /// The server muted one of our tracks, or ended that: the room has obeyed.
    case muteRequested(sid: String, muted: Bool)
    /// A track that we asked for is not to be heard.
    case subscriptionRefused(trackID: String, SubscriptionRefusal)
    /// What the server says it lost of one of our tracks since its report before: 0 to 1.
    case lossReported(cid: String, fraction: Double)
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
    case qualityChanged([ParticipantQuality])
    /// Metadata, numbers or the id of the room.
    case roomChanged(JoinedRoom)
    /// The server made another room of this one; participants are compared as after a new session.
    case moved(JoinedRoom)
    /// What the server says of ourselves: name, attributes, metadata, permissions.
    case ownChanged(Participant)
    /// The end of a request about ourselves.
    case requestEnded(id: UInt32, RequestOutcome)
    /// A STUN or TURN server that the LiveKit server named cannot be used; why, in a sentence.
    case serverFailed(String)
    /// The connection is lost, and an attempt to have it again begins: the same session, or a new one in which the room
    /// repeats the publications itself. While the session may go on, sound and tracks stay.
    case reconnecting(reason: String)
    /// The same session goes on.
    case resumed
    /// The end.
    case disconnected(RoomFailure?)
}
