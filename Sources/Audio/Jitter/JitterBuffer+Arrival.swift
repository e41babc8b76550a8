package import Timing

// Packets in.
extension JitterBuffer {
    /// Sequence numbers further away than this are a new stream.
    private static let largestJump = 500
    /// So many late packets in a row mean that the sender began again, not that all are late.
    private static let lateLimit = 50
    /// Arrivals after which the target follows what was measured.
    private static let trustedArrivals = 10

    @discardableResult
    package mutating func insert(_ packet: consuming Packet, now: Instant) -> Insertion {
        counters.received += 1
        guard !packet.payload.isEmpty else {
            counters.empty += 1
            return .empty
        }
        guard ssrc == packet.ssrc else { return begin(packet, now: now) }
        let reference = UInt16(truncatingIfNeeded: newest)
        let number = newest + Int(Int16(bitPattern: packet.sequence &- reference))
        guard abs(number - newest) <= Self.largestJump else { return begin(packet, now: now) }
        guard number >= next || reopens(at: number) else { return refuse(packet, number, now: now) }
        lateInARow = 0
        if number - next >= slots.count { makeRoom(for: number) }
        guard slots[slot(number)] == nil else {
            counters.duplicates += 1
            return .duplicate
        }
        measure(packet.timestamp, isOrdered: number > newest, now: now)
        slots[slot(number)] = packet
        newest = max(newest, number)
        if isPlaying, starving > 0 {
            counters.underruns += 1
            starving = 0
        }
        return .accepted
    }

    /// The first packet of a stream.
    private mutating func begin(_ packet: Packet, now: Instant) -> Insertion {
        let isFirst = ssrc == nil
        if !isFirst {
            counters.restarts += 1
            reset()
        }
        ssrc = packet.ssrc
        // Far from zero, so that a packet sent before this one still has a positive number.
        next = 1 << 16 + Int(packet.sequence)
        newest = next
        measure(packet.timestamp, isOrdered: true, now: now)
        slots[slot(next)] = packet
        return isFirst ? .accepted : .restarted
    }

    /// Before anything was played, a packet that was overtaken moves the start back.
    private mutating func reopens(at number: Int) -> Bool {
        guard !hasPlayed, newest - number < slots.count else { return false }
        next = number
        return true
    }

    private mutating func refuse(_ packet: Packet, _ number: Int, now: Instant) -> Insertion {
        counters.late += 1
        lateInARow += 1
        guard lateInARow < Self.lateLimit else { return begin(packet, now: now) }
        if newest - number < slots.count { measure(packet.timestamp, isOrdered: false, now: now) }
        return .late
    }

    private mutating func makeRoom(for number: Int) {
        while number - next >= slots.count {
            if slots[slot(next)] != nil { counters.skipped += 1 }
            slots[slot(next)] = nil
            next += 1
        }
        newest = max(newest, next)
        (expectedTimestamp, madeUp) = (nil, 0)
    }

    /// Learns from an arrival. One that was overtaken and comes later than anybody waits is as good as lost.
    private mutating func measure(_ timestamp: UInt32, isOrdered: Bool, now: Instant) {
        let lateness = timeline.note(timestamp, now: now)
        let most = Self.ticks(settings.maximum)
        guard isOrdered || lateness <= most else { return }
        histogram.note(min(lateness, most))
        guard histogram.count >= Self.trustedArrivals else {
            targetTicks = min(max(targetTicks, lateness), most)
            return
        }
        targetTicks = min(max(histogram.quantile(settings.timelyShare), Self.ticks(settings.minimum)), most)
    }
}
