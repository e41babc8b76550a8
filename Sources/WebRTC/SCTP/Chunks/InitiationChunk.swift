import Wire

/// INIT and INIT ACK, which share their form (RFC 9260, sections 3.3.2 and 3.3.3).
struct InitiationChunk: Hashable, Sendable {
    /// The tag that packets to the sender of this chunk bear; never zero.
    var initiateTag: UInt32
    /// Bytes the sender can buffer.
    var receiverWindow: UInt32
    var outboundStreams: UInt16
    var inboundStreams: UInt16
    var initialTSN: TSN
    var parameters: [Parameter]

    func write(to writer: inout ByteWriter) {
        writer.write(initiateTag)
        writer.write(receiverWindow)
        writer.write(outboundStreams)
        writer.write(inboundStreams)
        writer.write(initialTSN.value)
        for parameter in parameters {
            parameter.write(to: &writer)
        }
    }

    var cookie: [UInt8]? {
        parameters.first { $0.type == Parameter.stateCookie }?.value
    }

    /// Whether the sender understands FORWARD TSN (RFC 3758, section 3.1, or RFC 5061, section 4.2.7).
    var supportsForwardTSN: Bool {
        parameters.contains { $0.type == Parameter.forwardTSNSupported } || supports(.forwardTSN)
    }

    /// Whether the chunk type is among the sender's supported extensions (RFC 5061, section 4.2.7).
    func supports(_ type: ChunkType) -> Bool {
        parameters.contains { $0.type == Parameter.supportedExtensions && $0.value.contains(type.rawValue) }
    }

    /// Parameters to be returned to the sender as unrecognised: bit 0x4000 of their type asks for it.
    ///
    /// A parameter without bit 0x8000 ends the reading of those behind it (RFC 9260, section 3.2.1).
    var unrecognized: [Parameter] {
        var reported: [Parameter] = []
        for parameter in parameters where !Self.known.contains(parameter.type) {
            if parameter.type & 0x4000 != 0 { reported.append(parameter) }
            if parameter.type & 0x8000 == 0 { break }
        }
        return reported
    }

    private static let known: Set<UInt16> = Parameter.ignored.union([
        Parameter.stateCookie, Parameter.unrecognizedParameter, Parameter.supportedExtensions,
        Parameter.forwardTSNSupported,
    ])
}

extension InitiationChunk {
    init?(from reader: inout ByteReader) {
        guard let tag = reader.readUInt32(), tag != 0, let window = reader.readUInt32(),
            let outbound = reader.readUInt16(), outbound > 0, let inbound = reader.readUInt16(), inbound > 0,
            let tsn = reader.readUInt32(), let parameters = Parameter.list(from: &reader)
        else { return nil }
        self.init(
            initiateTag: tag, receiverWindow: window, outboundStreams: outbound, inboundStreams: inbound,
            initialTSN: TSN(tsn), parameters: parameters)
    }
}
