import Contract

/// What the header of a data stream says of it.
package struct StreamInfo: Hashable, Sendable {
    /// Unique for its sender.
    package let id: String
    package let topic: String
    package let mimeType: String
    /// Whose words these are: an agent may send them in somebody else's name.
    package let participantIdentity: String
    /// Milliseconds since 1970, by the sender's clock.
    package let timestamp: Int64
    /// Bytes; `nil` when the end was not known at the beginning, as with live text.
    package let totalLength: UInt64?
    /// The header's; those of the trailer are added when the stream ends.
    package internal(set) var attributes: [String: String]

    init(_ header: Livekit_DataStream.Header, in packet: Livekit_DataPacket) {
        id = header.streamID
        topic = header.topic
        mimeType = header.mimeType
        participantIdentity = packet.participantIdentity
        timestamp = header.timestamp
        totalLength = header.hasTotalLength ? header.totalLength : nil
        attributes = header.attributes
    }
}
