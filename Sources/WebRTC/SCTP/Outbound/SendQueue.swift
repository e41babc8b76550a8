import DequeModule
import Timing

/// Messages waiting to be cut into DATA chunks: in order on each stream, the streams taking turns message by message.
///
/// A message's fragments have TSNs in a row, so a turn lasts until its message has left. Bounded by `Association.send`,
/// which refuses what exceeds the send buffer.
struct SendQueue: Sendable {
    private var messages: [UInt16: Deque<OutboundMessage>] = [:]
    /// Streams with messages, the next one first.
    private var turns: Deque<UInt16> = []
    /// Bytes of the first message in turn that have left already.
    private var offset = 0
    private var nextStreamSequence: [UInt16: UInt16] = [:]
    private var nextMessageID: UInt64 = 0

    var isEmpty: Bool { turns.isEmpty }

    private var first: OutboundMessage? { turns.first.flatMap { messages[$0]?.first } }

    /// Whether anything waits on the stream.
    func holds(_ streamID: UInt16) -> Bool {
        messages[streamID] != nil
    }

    mutating func append(_ message: OutboundMessage) {
        var message = message
        message.id = nextMessageID
        nextMessageID += 1
        if messages[message.streamID] == nil { turns.append(message.streamID) }
        messages[message.streamID, default: []].append(message)
    }

    /// User bytes of the next fragment.
    func nextFragmentSize(limit: Int) -> Int? {
        first.map { min($0.bytes.count - offset, limit) }
    }

    /// Cuts the next fragment of at most `limit` bytes.
    mutating func nextFragment(tsn: TSN, limit: Int) -> SentChunk? {
        guard let message = first else { return nil }
        let end = min(offset + limit, message.bytes.count)
        let isEnd = end == message.bytes.count
        let chunk = DataChunk(
            tsn: tsn, streamID: message.streamID,
            streamSequence: message.isOrdered ? nextStreamSequence[message.streamID, default: 0] : 0,
            payloadProtocol: message.payloadProtocol, isUnordered: !message.isOrdered, isBeginning: offset == 0,
            isEnd: isEnd, payload: Array(message.bytes[offset..<end]))
        offset = end
        if isEnd { finish(message) }
        return SentChunk(
            chunk: chunk, messageID: message.id, reliability: message.reliability, accepted: message.accepted)
    }

    /// Drops the next messages as far as their lifetime was over before any of them was sent; returns their sizes by
    /// stream.
    mutating func dropExpired(now: Instant) -> [(streamID: UInt16, bytes: Int)] {
        var dropped: [(streamID: UInt16, bytes: Int)] = []
        while offset == 0, let message = first, !message.mayBeSent(transmissions: 0, now: now) {
            dropped.append((message.streamID, message.bytes.count))
            removeFirst()
        }
        return dropped
    }

    /// Drops the unsent rest of a message given up after a part of it was sent; returns its size.
    mutating func dropRest(of messageID: UInt64) -> Int {
        guard offset > 0, let message = first, message.id == messageID else { return 0 }
        let rest = message.bytes.count - offset
        finish(message)
        return rest
    }

    /// The next ordered message on the stream is its first again, after a reset.
    mutating func restart(_ streamID: UInt16) {
        nextStreamSequence[streamID] = nil
    }

    private mutating func finish(_ message: OutboundMessage) {
        if message.isOrdered { nextStreamSequence[message.streamID, default: 0] &+= 1 }
        removeFirst()
    }

    /// Takes out the first message in turn and lets the next stream have its turn.
    private mutating func removeFirst() {
        offset = 0
        guard let streamID = turns.popFirst(), var waiting = messages.removeValue(forKey: streamID) else { return }
        waiting.removeFirst()
        guard !waiting.isEmpty else { return }
        messages[streamID] = waiting
        turns.append(streamID)
    }
}
