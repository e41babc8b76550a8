/// The numbers of the protocol (RFC 9260, section 16), where real-time calls want others than the RFC's, with the reason.
package struct ProtocolParameters: Hashable, Sendable {
    /// Both ends' port (RFC 8841; every LiveKit peer uses 5000).
    package var port: UInt16 = 5000
    /// Largest packet in bytes, the common header included: a DTLS record's room of 1191, on a 32-bit boundary.
    package var maximumPacketSize = 1188
    /// Largest message `send` takes, in bytes: what a LiveKit server announces.
    package var maximumMessageSize = 65_535
    /// Largest message accepted from the other end, in bytes.
    package var maximumInboundMessageSize = 262_144
    /// Bytes accepted from the application and not acknowledged yet, over all channels.
    package var sendBufferSize = 2_097_152
    /// Bytes received and not deliverable yet; what remains of it is announced as the receive window.
    package var receiveBufferSize = 1_048_576
    /// Channels the other end may have open at a time; further ones are reset.
    package var maximumInboundChannels = 1024

    /// RTO.Initial. The RFC's 1 s would be heard when the first packet of a call is lost.
    package var initialRTO: Duration = .milliseconds(500)
    /// RTO.Min, for the same reason.
    package var minimumRTO: Duration = .milliseconds(200)
    /// RTO.Max.
    package var maximumRTO: Duration = .seconds(60)
    /// The least that RTO keeps above the smoothed round trip: the peer may hold an acknowledgement for 200 ms.
    package var minimumRTOMargin: Duration = .milliseconds(220)
    /// Max.Init.Retransmits.
    package var maximumInitRetransmits = 8
    /// Association.Max.Retrans.
    package var maximumRetransmits = 10
    /// How long an acknowledgement may wait for a second packet (RFC 9260, section 6.2).
    package var acknowledgementDelay: Duration = .milliseconds(200)
    /// HB.Interval.
    package var heartbeatInterval: Duration = .seconds(30)
    /// Valid.Cookie.Life.
    package var cookieLife: Duration = .seconds(60)

    package init() {}

    /// The user data that fits one DATA chunk alone in a packet.
    var maximumFragmentSize: Int { maximumPacketSize - SCTPPacket.headerSize - DataChunk.headerSize }
}
