/// A media packet (RFC 3550, section 5.1).
package struct RTPPacket: Hashable, Sendable {
    package var marker: Bool
    /// 0 to 127.
    package var payloadType: UInt8
    package var sequenceNumber: UInt16
    package var timestamp: UInt32
    package var ssrc: UInt32
    /// Contributing sources, 15 at most.
    package var csrcs: [UInt32]
    package var extensions: [HeaderExtension]
    package var payload: [UInt8]
    /// Bytes of padding after the payload, the count byte included; 0 when there is none.
    package var paddingLength: UInt8

    package init(
        marker: Bool = false, payloadType: UInt8, sequenceNumber: UInt16, timestamp: UInt32, ssrc: UInt32,
        csrcs: [UInt32] = [], extensions: [HeaderExtension] = [], payload: [UInt8], paddingLength: UInt8 = 0
    ) {
        self.marker = marker
        self.payloadType = payloadType
        self.sequenceNumber = sequenceNumber
        self.timestamp = timestamp
        self.ssrc = ssrc
        self.csrcs = csrcs
        self.extensions = extensions
        self.payload = payload
        self.paddingLength = paddingLength
    }

    /// Nothing but padding: a probe for bandwidth, with nothing to play.
    package var isPaddingOnly: Bool { payload.isEmpty && paddingLength > 0 }

    /// The bytes of the extension with this identifier, if the packet has it.
    package func headerExtension(_ id: UInt8) -> [UInt8]? {
        extensions.first { $0.id == id }?.data
    }
}
