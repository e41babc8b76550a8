import Wire

/// DATA: a message or a fragment of one (RFC 9260, section 3.3.1).
struct DataChunk: Hashable, Sendable {
    /// Chunk header and fixed fields, in bytes.
    static let headerSize = 16

    var tsn: TSN
    var streamID: UInt16
    /// The message's number within its ordered stream; without meaning when `isUnordered`.
    var streamSequence: UInt16
    var payloadProtocol: UInt32
    var isUnordered: Bool
    var isBeginning: Bool
    var isEnd: Bool
    /// The sender wants its acknowledgement at once (RFC 7053).
    var wantsImmediateAck = false
    var payload: [UInt8]

    /// Bytes in a packet, padding included.
    var size: Int { Self.headerSize + (payload.count + 3) / 4 * 4 }

    var flags: UInt8 {
        (isEnd ? 1 : 0) | (isBeginning ? 2 : 0) | (isUnordered ? 4 : 0) | (wantsImmediateAck ? 8 : 0)
    }

    func write(to writer: inout ByteWriter) {
        writer.write(tsn.value)
        writer.write(streamID)
        writer.write(streamSequence)
        writer.write(payloadProtocol)
        writer.write(payload)
    }
}

extension DataChunk {
    /// From the body. An empty payload is read, for the association must answer it with ABORT.
    init?(flags: UInt8, from reader: inout ByteReader) {
        guard let tsn = reader.readUInt32(), let streamID = reader.readUInt16(),
            let streamSequence = reader.readUInt16(), let payloadProtocol = reader.readUInt32()
        else { return nil }
        self.init(
            tsn: TSN(tsn), streamID: streamID, streamSequence: streamSequence, payloadProtocol: payloadProtocol,
            isUnordered: flags & 4 != 0, isBeginning: flags & 2 != 0, isEnd: flags & 1 != 0,
            wantsImmediateAck: flags & 8 != 0, payload: Array(reader.readRest()))
    }
}
