import DequeModule
import Timing

/// Messages waiting to be cut into DATA chunks, first come, first served.
///
/// Bounded by `Association.send`, which refuses what exceeds the send buffer.
struct SendQueue: Sendable {
    private var messages: Deque<OutboundMessage> = []
    /// Bytes of the first message that have left already.
    private var offset = 0
    private var nextStreamSequence: [UInt16: UInt16] = [:]
    private var nextMessageID: UInt64 = 0

    var isEmpty: Bool { messages.isEmpty }

    /// Whether anything waits on the stream.
    func holds(_ streamID: UInt16) -> Bool {
        messages.contains { $0.streamID == streamID }
    }

    mutating func append(_ message: OutboundMessage) {
        var message = message
        message.id = nextMessageID
        nextMessageID += 1
        messages.append(message)
    }

    /// User bytes of the next fragment.
    func nextFragmentSize(limit: Int) -> Int? {
        messages.first.map { min($0.bytes.count - offset, limit) }
    }

    /// Cuts the next fragment of at most `limit` bytes.
    mutating func nextFragment(tsn: TSN, limit: Int) -> SentChunk? {
        guard let message = messages.first else { return nil }
        let end = min(offset + limit, message.bytes.count)
        let isEnd = end == message.bytes.count
        let chunk = DataChunk(
            tsn: tsn, streamID: message.streamID,
            streamSequence: message.isOrdered ? nextStreamSequence[message.streamID, default: 0] : 0,
            payloadProtocol: message.payloadProtocol, isUnordered: !message.isOrdered, isBeginning: offset == 0,
            isEnd: isEnd, payload: Array(message.bytes[offset..<end]))
        offset = end
        if isEnd { finishFirst(countsInStream: message.isOrdered) }
        return SentChunk(
            chunk: chunk, messageID: message.id, reliability: message.reliability, accepted: message.accepted)
    }

    /// Drops messages from the front whose lifetime is over before any of them was sent; returns their sizes by stream.
    mutating func dropExpired(now: Instant) -> [(streamID: UInt16, bytes: Int)] {
        var dropped: [(streamID: UInt16, bytes: Int)] = []
        while let first = messages.first, offset == 0, !first.mayBeSent(transmissions: 0, now: now) {
            dropped.append((first.streamID, first.bytes.count))
            messages.removeFirst()
        }
        return dropped
    }

    /// Drops the unsent rest of a message given up after a part of it was sent; returns its size.
    mutating func dropRest(of messageID: UInt64) -> Int {
        guard offset > 0, let message = messages.first, message.id == messageID else { return 0 }
        let rest = message.bytes.count - offset
        finishFirst(countsInStream: message.isOrdered)
        return rest
    }

    /// The next ordered message on the stream is its first again, after a reset.
    mutating func restart(_ streamID: UInt16) {
        nextStreamSequence[streamID] = nil
    }

    private mutating func finishFirst(countsInStream: Bool) {
        let message = messages.removeFirst()
        offset = 0
        if countsInStream { nextStreamSequence[message.streamID, default: 0] &+= 1 }
    }
}
