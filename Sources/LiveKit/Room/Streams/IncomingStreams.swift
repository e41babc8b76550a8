package import Contract
import FoundationEssentials
package import Timing

/// The streams that are arriving: a header, chunks numbered from 0, a trailer. Bounded by `StreamLimits`: a stream that
/// goes beyond them fails, and the others go on.
package struct IncomingStreams: Sendable {
    private let limits: StreamLimits
    private var streams: [StreamKey: IncomingStream] = [:]
    /// Bytes of all of them.
    private var kept = 0
    /// When to look for streams of which nothing comes; `nil` when none arrives.
    package private(set) var deadline: Instant?

    package init(limits: StreamLimits = StreamLimits()) {
        self.limits = limits
    }

    package var count: Int { streams.count }

    // MARK: Packets

    package mutating func begin(_ header: Livekit_DataStream.Header, in packet: Livekit_DataPacket, now: Instant)
        -> RoomEvent?
    {
        let key = StreamKey(header.streamID, in: packet)
        guard streams[key] == nil, var stream = IncomingStream(header, in: packet, now: now) else { return nil }
        guard header.compression == .none else { return failure(of: stream, .compressed) }
        if header.hasInlineContent {
            guard header.inlineContent.count <= limit(of: stream) else { return failure(of: stream, .tooLong) }
            stream.append(header.inlineContent, now: now)
            return stream.message
        }
        guard streams.count < limits.streams else { return failure(of: stream, .noRoom) }
        streams[key] = stream
        deadline = deadline ?? now + limits.idle
        return nil
    }

    package mutating func append(_ chunk: Livekit_DataStream.Chunk, in packet: Livekit_DataPacket, now: Instant)
        -> RoomEvent?
    {
        let key = StreamKey(chunk.streamID, in: packet)
        guard let stream = streams[key] else { return nil }
        let size = stream.bytes.count + chunk.content.count
        guard chunk.chunkIndex == stream.nextChunk else { return fail(key, .gap) }
        guard size <= limit(of: stream) else { return fail(key, .tooLong) }
        guard kept + chunk.content.count <= limits.total else { return fail(key, .noRoom) }
        return grow(key, by: chunk.content, now: now)
    }

    /// In place, so that a long stream is not copied for every chunk.
    private mutating func grow(_ key: StreamKey, by content: Data, now: Instant) -> RoomEvent? {
        kept += content.count
        streams[key]?.append(content, now: now)
        return streams[key]?.takePiece().map { .textGrew($0) }
    }

    package mutating func end(_ trailer: Livekit_DataStream.Trailer, in packet: Livekit_DataPacket) -> RoomEvent? {
        let key = StreamKey(trailer.streamID, in: packet)
        guard var stream = remove(key) else { return nil }
        guard trailer.reason.isEmpty else { return failure(of: stream, .givenUp(trailer.reason)) }
        if !stream.isText, let length = stream.info.totalLength, stream.bytes.count < length {
            return failure(of: stream, .incomplete)
        }
        stream.info.attributes.merge(trailer.attributes) { _, new in new }
        return stream.message
    }

    /// A text may say its length in other units; that of bytes is held to.
    private func limit(of stream: IncomingStream) -> Int {
        guard !stream.isText else { return limits.text }
        return stream.info.totalLength.map { Int(min($0, UInt64(limits.bytes))) } ?? limits.bytes
    }

    // MARK: Endings

    /// Fails the streams of a participant that left.
    mutating func abandon(streamsOf participant: Participant) -> [RoomEvent] {
        streams.keys.filter { $0.isSent(by: participant) }.compactMap { fail($0, .senderLeft) }
    }

    mutating func abandonAll() -> [RoomEvent] {
        streams.keys.compactMap { fail($0, .connectionLost) }
    }

    /// Fails the streams of which nothing came for too long.
    mutating func expire(now: Instant) -> [RoomEvent] {
        guard let due = deadline, due <= now else { return [] }
        let idle = streams.filter { $0.value.lastHeard + limits.idle <= now }.keys
        let failures = idle.compactMap { fail($0, .idle) }
        deadline = streams.values.map(\.lastHeard).min().map { $0 + limits.idle }
        return failures
    }

    private mutating func fail(_ key: StreamKey, _ reason: StreamFailure.Reason) -> RoomEvent? {
        remove(key).map { failure(of: $0, reason) }
    }

    private func failure(of stream: IncomingStream, _ reason: StreamFailure.Reason) -> RoomEvent {
        .streamFailed(StreamFailure(stream: stream.info, reason: reason))
    }

    private mutating func remove(_ key: StreamKey) -> IncomingStream? {
        guard let stream = streams.removeValue(forKey: key) else { return nil }
        kept -= stream.bytes.count
        if streams.isEmpty { deadline = nil }
        return stream
    }
}
