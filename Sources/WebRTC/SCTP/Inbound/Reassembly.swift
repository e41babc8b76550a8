/// Joins fragments to messages and puts ordered messages in order.
struct Reassembly: Sendable {
    /// The order of one stream.
    private struct Stream: Sendable {
        var next: UInt16 = 0
        /// Whole messages ahead of their turn, by stream sequence number.
        var waiting: [UInt16: InboundMessage] = [:]
    }

    /// Charged for every piece held, on top of its bytes, so that many tiny ones are bounded too.
    private static let overhead = 64

    private var parts: [TSN: PartialMessage] = [:]
    /// The first TSN of the part that ends at a TSN.
    private var firstByLast: [TSN: TSN] = [:]
    private var streams: [UInt16: Stream] = [:]
    /// What is held, in bytes, overhead included.
    private(set) var held = 0
    /// Whether a message grew larger than what is accepted.
    private(set) var isOversized = false
    private let maximumMessageSize: Int

    init(maximumMessageSize: Int) {
        self.maximumMessageSize = maximumMessageSize
    }

    /// Takes a new chunk; returns the messages that can be delivered now.
    mutating func insert(_ chunk: DataChunk) -> [InboundMessage] {
        var part = PartialMessage(chunk)
        if let first = firstByLast[part.first.previous], let previous = parts[first], previous.isContinued(by: part) {
            var joined = remove(first) ?? previous
            joined.append(part)
            part = joined
        }
        if let next = parts[part.last.next], part.isContinued(by: next) {
            _ = remove(next.first)
            part.append(next)
        }
        if part.bytes.count > maximumMessageSize { isOversized = true }
        guard part.isComplete else {
            store(part)
            return []
        }
        return deliver(part)
    }

    /// The peer has given up everything up to `forward.cumulative`: drops what is incomplete there, and no longer waits.
    mutating func skip(_ forward: ForwardTSNChunk) -> [InboundMessage] {
        for first in parts.keys where !forward.cumulative.precedes(first) {
            _ = remove(first)
        }
        return forward.streams.flatMap { skip($0) }
    }

    /// The streams start anew with number 0; what still waits on them is dropped.
    mutating func restart(_ streamIDs: [UInt16]) {
        for streamID in streamIDs {
            for message in streams[streamID, default: Stream()].waiting.values { release(message) }
            streams[streamID] = nil
        }
    }

    private mutating func skip(_ skipped: ForwardTSNChunk.SkippedStream) -> [InboundMessage] {
        var stream = streams[skipped.streamID, default: Stream()]
        var delivered: [InboundMessage] = []
        guard Self.distance(skipped.streamSequence, from: stream.next) >= 0 else { return [] }
        let ready = stream.waiting.keys.filter { Self.distance($0, from: skipped.streamSequence) <= 0 }
        for number in ready.sorted(by: { Self.distance($0, from: $1) < 0 }) {
            if let message = stream.waiting.removeValue(forKey: number) { delivered.append(message) }
        }
        delivered.forEach { release($0) }
        stream.next = skipped.streamSequence &+ 1
        streams[skipped.streamID] = stream
        return delivered + takeReady(skipped.streamID)
    }

    private mutating func deliver(_ part: PartialMessage) -> [InboundMessage] {
        let message = InboundMessage(
            streamID: part.streamID, payloadProtocol: part.payloadProtocol, bytes: part.bytes)
        guard !part.isUnordered else { return [message] }
        let next = streams[part.streamID, default: Stream()].next
        // A number that was delivered or skipped already can only come from a peer in error.
        guard Self.distance(part.streamSequence, from: next) >= 0 else { return [] }
        if part.streamSequence == next {
            streams[part.streamID, default: Stream()].next &+= 1
            return [message] + takeReady(part.streamID)
        }
        hold(message, as: part.streamSequence)
        return []
    }

    private mutating func hold(_ message: InboundMessage, as number: UInt16) {
        let replaced = streams[message.streamID, default: Stream()].waiting.updateValue(message, forKey: number)
        if let replaced { release(replaced) }
        held += message.bytes.count + Self.overhead
    }

    private mutating func takeReady(_ streamID: UInt16) -> [InboundMessage] {
        var ready: [InboundMessage] = []
        while let next = streams[streamID]?.next,
            let message = streams[streamID]?.waiting.removeValue(forKey: next)
        {
            streams[streamID]?.next &+= 1
            release(message)
            ready.append(message)
        }
        return ready
    }

    private mutating func release(_ message: InboundMessage) {
        held -= message.bytes.count + Self.overhead
    }

    private mutating func store(_ part: PartialMessage) {
        held += part.bytes.count + Self.overhead
        firstByLast[part.last] = part.first
        parts[part.first] = part
    }

    private mutating func remove(_ first: TSN) -> PartialMessage? {
        guard let part = parts.removeValue(forKey: first) else { return nil }
        firstByLast[part.last] = nil
        held -= part.bytes.count + Self.overhead
        return part
    }

    /// Serial arithmetic on stream sequence numbers.
    private static func distance(_ number: UInt16, from earlier: UInt16) -> Int {
        Int(Int16(bitPattern: number &- earlier))
    }
}
