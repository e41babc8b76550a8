import DequeModule
import Timing

extension Outbound {
    /// The next DATA chunk whose padded size is at most `space`, as far as the windows allow it.
    mutating func nextChunk(space: Int, now: Instant) -> DataChunk? {
        resend(space: space, now: now) ?? sendNew(space: space, now: now)
    }

    /// The packet under construction is complete.
    mutating func finishPacket() {
        owesFastRetransmit = false
    }

    /// FORWARD TSN, when the peer has to be told (again) to skip something.
    mutating func takeForwardTSN(now: Instant) -> ForwardTSNChunk? {
        guard owesForwardTSN else { return nil }
        owesForwardTSN = false
        guard let forward = outstanding.forwardTSN() else { return nil }
        startT3(now)
        return forward
    }

    private mutating func resend(space: Int, now: Instant) -> DataChunk? {
        guard owesFastRetransmit || outstanding.flightSize < window.size,
            let index = outstanding.firstLost(space: space),
            fitsPeer(outstanding.chunks[index].chunk.payload.count)
        else { return nil }
        let chunk = outstanding.resend(at: index)
        if probe?.tsn == chunk.tsn { probe = nil }
        if index == 0 { t3 = nil }
        startT3(now)
        return chunk
    }

    private mutating func sendNew(space: Int, now: Instant) -> DataChunk? {
        if canForward {
            for dropped in queue.dropExpired(now: now) { release(dropped.bytes, of: dropped.streamID) }
        }
        let limit = parameters.maximumFragmentSize
        guard outstanding.flightSize < window.size, !hasLost, let size = queue.nextFragmentSize(limit: limit),
            DataChunk.headerSize + (size + 3) / 4 * 4 <= space, fitsPeer(size),
            var sent = queue.nextFragment(tsn: outstanding.nextTSN, limit: limit)
        else { return nil }
        // Nothing follows that would bring the acknowledgement about; a held one would also pass for a long round trip.
        sent.chunk.wantsImmediateAck = queue.isEmpty
        outstanding.append(sent)
        if probe == nil { probe = (sent.chunk.tsn, now) }
        startT3(now)
        return sent.chunk
    }

    private var hasLost: Bool { outstanding.firstLost(space: .max) != nil }

    /// The peer's window has room; or nothing is in flight, and one chunk asks whether it has (section 6.1, rule A).
    private func fitsPeer(_ bytes: Int) -> Bool {
        outstanding.flightSize == 0 || outstanding.flightSize + bytes <= peerWindow
    }

    mutating func startT3(_ now: Instant) {
        if t3 == nil { t3 = now + rto.current }
    }
}
