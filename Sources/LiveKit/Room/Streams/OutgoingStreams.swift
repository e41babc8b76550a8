import Contract
import FoundationEssentials

/// The streams of ours that are open, and the packets they are made of (LiveKit's data streams, first version).
struct OutgoingStreams {
    private struct Open {
        let onBehalfOf: String?
        let destinations: [String]
        let overhead: Int
        var nextChunk: UInt64 = 0
    }

    /// Streams open at once; no more are opened.
    static let limit = 64
    /// The most of one chunk, in bytes, as LiveKit's own clients cut it.
    static let chunkSize = 15_000
    private var streams: [String: Open] = [:]

    var isFull: Bool { streams.count >= Self.limit }

    func isOpen(_ id: String) -> Bool { streams[id] != nil }

    /// Bytes that each packet of an open stream has besides its content.
    func overhead(of id: String) -> Int? { streams[id]?.overhead }

    mutating func open(_ stream: OutgoingStream, as id: String) -> Livekit_DataPacket {
        streams[id] = Open(
            onBehalfOf: stream.onBehalfOf, destinations: stream.destinations, overhead: stream.overhead)
        var packet = packet(of: id)
        packet.streamHeader.streamID = id
        packet.streamHeader.topic = stream.topic
        packet.streamHeader.timestamp = stream.timestamp
        packet.streamHeader.attributes = stream.attributes
        if let length = stream.totalLength { packet.streamHeader.totalLength = length }
        switch stream.content {
        case .text:
            packet.streamHeader.mimeType = "text/plain"
            packet.streamHeader.textHeader = .init()
        case .file(let name, let mimeType):
            packet.streamHeader.mimeType = mimeType
            packet.streamHeader.byteHeader.name = name
        }
        return packet
    }

    mutating func chunk(_ content: Data, of id: String) -> Livekit_DataPacket {
        var packet = packet(of: id)
        packet.streamChunk.streamID = id
        packet.streamChunk.chunkIndex = streams[id]?.nextChunk ?? 0
        packet.streamChunk.content = content
        streams[id]?.nextChunk += 1
        return packet
    }

    func trailer(of id: String, attributes: [String: String], reason: String) -> Livekit_DataPacket {
        var packet = packet(of: id)
        packet.streamTrailer.streamID = id
        packet.streamTrailer.attributes = attributes
        packet.streamTrailer.reason = reason
        return packet
    }

    mutating func forget(_ id: String) {
        streams[id] = nil
    }

    private func packet(of id: String) -> Livekit_DataPacket {
        var packet = Livekit_DataPacket()
        guard let stream = streams[id] else { return packet }
        if let identity = stream.onBehalfOf { packet.participantIdentity = identity }
        packet.destinationIdentities = stream.destinations
        return packet
    }
}
