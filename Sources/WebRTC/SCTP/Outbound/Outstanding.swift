import DequeModule
import Timing

/// Every chunk sent and not cumulatively acknowledged, in TSN order without gaps.
struct Outstanding: Sendable {
    private(set) var chunks: Deque<SentChunk> = []
    /// The last TSN acknowledged with everything before it.
    private(set) var cumulative: TSN
    /// User bytes sent and neither acknowledged nor known to be lost.
    private(set) var flightSize = 0

    init(initialTSN: TSN) {
        cumulative = initialTSN.previous
    }

    var isEmpty: Bool { chunks.isEmpty }
    var nextTSN: TSN { cumulative.advanced(by: chunks.count + 1) }
    var newest: TSN { nextTSN.previous }

    mutating func append(_ sent: SentChunk) {
        precondition(sent.chunk.tsn == nextTSN, "chunks are sent in the order of their TSNs")
        flightSize += sent.chunk.payload.count
        chunks.append(sent)
    }

    /// The first chunk to be sent again, when its padded size fits `space`.
    func firstLost(space: Int) -> Int? {
        chunks.firstIndex { $0.fate == .lost }.flatMap { chunks[$0].chunk.size <= space ? $0 : nil }
    }

    /// Counts the chunk at `index` as sent once more.
    mutating func resend(at index: Int) -> DataChunk {
        chunks[index].transmissions += 1
        chunks[index].missingReports = 0
        setFate(.inFlight, at: index)
        return chunks[index].chunk
    }

    /// Everything in flight is taken for lost.
    mutating func loseAll() {
        for index in chunks.indices where chunks[index].fate == .inFlight {
            setFate(.lost, at: index)
        }
    }

    /// Gives up lost chunks that may not be sent again, with the whole of their messages; returns those messages.
    mutating func abandonExhausted(now: Instant) -> Set<UInt64> {
        let exhausted = chunks.filter { $0.fate == .lost && !$0.mayBeSentAgain(now: now) }
        let messages = Set(exhausted.map(\.messageID))
        guard !messages.isEmpty else { return [] }
        for index in chunks.indices where messages.contains(chunks[index].messageID) {
            setFate(.abandoned, at: index)
        }
        return messages
    }

    /// What to skip, when the oldest chunks were given up (RFC 3758, section 3.5): as many as one packet can name.
    ///
    /// Chunks of lossy messages that were received in between are passed over, too; a reliable one is a barrier, for the
    /// peer may still take back that it has it.
    func forwardTSN() -> ForwardTSNChunk? {
        var forward = ForwardTSNChunk(cumulative: cumulative)
        var skipped: [UInt16: UInt16] = [:]
        for sent in chunks {
            guard sent.fate == .abandoned || (sent.fate == .received && sent.reliability != .reliable),
                skipped.count < 256
            else { break }
            guard sent.fate == .abandoned else { continue }
            forward.cumulative = sent.chunk.tsn
            if !sent.chunk.isUnordered { skipped[sent.chunk.streamID] = sent.chunk.streamSequence }
        }
        guard forward.cumulative != cumulative else { return nil }
        forward.streams = skipped.sorted { $0.key < $1.key }.map { .init(streamID: $0.key, streamSequence: $0.value) }
        return forward
    }

    mutating func setFate(_ fate: SentChunk.Fate, at index: Int) {
        let size = chunks[index].chunk.payload.count
        if chunks[index].fate == .inFlight { flightSize -= size }
        if fate == .inFlight { flightSize += size }
        chunks[index].fate = fate
    }

    mutating func countMissingReport(at index: Int) -> Int {
        chunks[index].missingReports += 1
        return chunks[index].missingReports
    }

    /// Takes out the oldest chunk, which the cumulative acknowledgement now covers.
    mutating func removeFirst() -> SentChunk {
        cumulative = cumulative.next
        let sent = chunks.removeFirst()
        if sent.fate == .inFlight { flightSize -= sent.chunk.payload.count }
        return sent
    }
}
