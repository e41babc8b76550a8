import Wire

/// FORWARD TSN: the sender has given up on everything up to `cumulative` (RFC 3758, section 3.2).
struct ForwardTSNChunk: Hashable, Sendable {
    /// The last message skipped on one ordered stream.
    struct SkippedStream: Hashable, Sendable {
        var streamID: UInt16
        var streamSequence: UInt16
    }

    var cumulative: TSN
    var streams: [SkippedStream] = []

    func write(to writer: inout ByteWriter) {
        writer.write(cumulative.value)
        for stream in streams {
            writer.write(stream.streamID)
            writer.write(stream.streamSequence)
        }
    }
}

extension ForwardTSNChunk {
    init?(from reader: inout ByteReader) {
        guard let cumulative = reader.readUInt32(), reader.remaining % 4 == 0 else { return nil }
        self.init(cumulative: TSN(cumulative))
        while let streamID = reader.readUInt16(), let streamSequence = reader.readUInt16() {
            streams.append(SkippedStream(streamID: streamID, streamSequence: streamSequence))
        }
    }
}
