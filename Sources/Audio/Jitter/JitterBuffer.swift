package import Timing

/// Puts the packets of one voice back in order and in time: packets go in as they arrive, one comes out when a frame is due.
///
/// Play starts once `target` of sound is there, or has been waited for. An arrival that came too late for its turn grows
/// the target by 20 ms, up to `maximum`; ten quiet seconds shrink it again. A stream whose backlog stays above the target
/// loses a packet every two seconds until it does not. At most `capacity` packets are held; beyond that the oldest go.
package struct JitterBuffer: Sendable {
    /// One packet as RTP delivered it.
    package struct Packet: Hashable, Sendable {
        package var ssrc: UInt32
        package var sequence: UInt16
        /// Ticks of 48 kHz (RFC 7587, section 4.1).
        package var timestamp: UInt32
        package var payload: [UInt8]

        package init(ssrc: UInt32 = 0, sequence: UInt16, timestamp: UInt32, payload: [UInt8]) {
            self.ssrc = ssrc
            self.sequence = sequence
            self.timestamp = timestamp
            self.payload = payload
        }
    }

    /// What became of a packet.
    package enum Insertion: Hashable, Sendable {
        case accepted
        /// Its turn had passed; dropped and counted.
        case late
        case duplicate
        /// A new source or a jump in the numbers: everything older was dropped, and the decoder must forget as well.
        case restarted
    }

    /// What is to be played next.
    package enum Output: Hashable, Sendable {
        case packet([UInt8])
        /// A packet is lost: conceal it, or recover it from the one after it when that is here.
        case missing(next: [UInt8]?)
        /// Nothing is due: the sender is silent, or play has not begun.
        case empty
    }

    /// Frames made up while waiting for a packet that may only be late.
    private static let concealedFrames = 3
    /// Sequence numbers further away than this are a new stream.
    private static let largestJump = 500
    /// So many late packets in a row mean that the sender began again, not that all are late.
    private static let lateLimit = 50

    package let settings: JitterSettings
    package private(set) var counters = JitterCounters()
    /// How much sound is waited for before play begins.
    package private(set) var target: Duration

    private var slots: [Packet?]
    private var ssrc: UInt32?
    /// Sequence numbers, extended beyond 16 bits: the next to play and the newest held.
    private var next = 0
    private var newest = 0
    /// When the first packet of a start came.
    private var fillingSince: Instant?
    private var isPlaying = false
    /// Something was popped since the last restart, so that an earlier packet can no longer be the first.
    private var hasPlayed = false
    /// Where the sender's clock is expected at the next packet; `nil` after a pause.
    private var expectedTimestamp: UInt32?
    private var lastTicks: UInt32 = 960
    private var lastWasSilence = false
    /// Frames in a row for which nothing was there.
    private var starving = 0
    private var lateInARow = 0
    private var framesSinceUnderrun = 0
    private var framesInWindow = 0
    private var smallestDepth = Int.max

    package init(_ settings: JitterSettings = JitterSettings()) {
        self.settings = settings
        target = settings.target
        slots = [Packet?](repeating: nil, count: settings.capacity)
    }

    /// Forgets the stream, but not the counters: for a new track.
    package mutating func reset() {
        for index in slots.indices { slots[index] = nil }
        ssrc = nil
        (isPlaying, hasPlayed, lastWasSilence) = (false, false, false)
        (starving, lateInARow, framesInWindow, smallestDepth) = (0, 0, 0, Int.max)
        expectedTimestamp = nil
        fillingSince = nil
        target = settings.target
    }

    // MARK: In

    @discardableResult
    package mutating func insert(_ packet: Packet, now: Instant) -> Insertion {
        counters.received += 1
        guard ssrc == packet.ssrc else { return begin(packet, now: now) }
        let reference = UInt16(truncatingIfNeeded: newest)
        let number = newest + Int(Int16(bitPattern: packet.sequence &- reference))
        guard abs(number - newest) <= Self.largestJump else { return begin(packet, now: now) }
        guard number >= next || reopens(at: number) else { return refuse(packet, now: now) }
        lateInARow = 0
        if number - next >= slots.count { makeRoom(for: number) }
        guard slots[slot(number)] == nil else {
            counters.duplicates += 1
            return .duplicate
        }
        slots[slot(number)] = packet
        newest = max(newest, number)
        if isPlaying, starving > 0 { grow() }
        if !isPlaying, fillingSince == nil { fillingSince = now }
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
        slots[slot(next)] = packet
        fillingSince = now
        return isFirst ? .accepted : .restarted
    }

    /// Before anything was played, a packet that was overtaken moves the start back.
    private mutating func reopens(at number: Int) -> Bool {
        guard !hasPlayed, newest - number < slots.count else { return false }
        next = number
        return true
    }

    private mutating func refuse(_ packet: Packet, now: Instant) -> Insertion {
        counters.late += 1
        lateInARow += 1
        return lateInARow < Self.lateLimit ? .late : begin(packet, now: now)
    }

    private mutating func makeRoom(for number: Int) {
        while number - next >= slots.count {
            slots[slot(next)] = nil
            next += 1
            counters.skipped += 1
        }
        expectedTimestamp = nil
    }

    /// The wait was too short for this network.
    private mutating func grow() {
        counters.underruns += 1
        starving = 0
        framesSinceUnderrun = 0
        target = min(settings.maximum, target + AudioFrame.duration)
    }

    // MARK: Out

    /// What to play now: called when a frame is due.
    package mutating func pop(now: Instant) -> Output {
        guard ssrc != nil, isPlaying || startsPlaying(now: now) else { return .empty }
        shrinkIfDeep()
        if let packet = slots[slot(next)] { return holds(packet) ? .empty : play(packet) }
        return newest > next ? conceal() : starve()
    }

    private mutating func startsPlaying(now: Instant) -> Bool {
        guard let fillingSince, newest >= next else { return false }
        guard AudioFrame.duration * depth >= target || now - fillingSince >= target else { return false }
        isPlaying = true
        expectedTimestamp = nil
        return true
    }

    /// Packets from the next to the newest, counting those that are missing.
    private var depth: Int { newest - next + 1 }

    private mutating func play(_ packet: Packet) -> Output {
        slots[slot(next)] = nil
        next += 1
        hasPlayed = true
        starving = 0
        lastTicks = OpusPacket.ticks(of: packet.payload) ?? 960
        // One or two bytes are discontinuous transmission: a pause follows (RFC 7587, section 3.1.3).
        lastWasSilence = packet.payload.count <= 2
        expectedTimestamp = packet.timestamp &+ lastTicks
        return .packet(packet.payload)
    }

    /// The sender was silent between the packet before and this one: its clock says for how long.
    private mutating func holds(_ packet: Packet) -> Bool {
        guard let expected = expectedTimestamp else { return false }
        let gap = Int32(bitPattern: packet.timestamp &- expected)
        guard gap >= 480, gap <= 96_000, AudioFrame.duration * depth < settings.maximum else { return false }
        expectedTimestamp = expected &+ 960
        return true
    }

    private mutating func conceal() -> Output {
        counters.lost += 1
        next += 1
        hasPlayed = true
        expectedTimestamp = expectedTimestamp.map { $0 &+ lastTicks }
        return .missing(next: slots[slot(next)]?.payload)
    }

    /// Nothing is there: late packets first, then a pause.
    private mutating func starve() -> Output {
        starving += 1
        if !lastWasSilence, starving <= Self.concealedFrames { return .missing(next: nil) }
        isPlaying = false
        starving = 0
        fillingSince = nil
        return .empty
    }

    /// Every two seconds: a backlog that never went away is delay, and is dropped one packet at a time.
    private mutating func shrinkIfDeep() {
        smallestDepth = min(smallestDepth, depth)
        framesInWindow += 1
        framesSinceUnderrun += 1
        guard framesInWindow >= 100 else { return }
        let isDeep = AudioFrame.duration * (smallestDepth - 2) >= target
        (framesInWindow, smallestDepth) = (0, Int.max)
        if framesSinceUnderrun >= 500, target > settings.target {
            target = target - AudioFrame.duration
            framesSinceUnderrun = 0
        }
        guard isDeep else { return }
        slots[slot(next)] = nil
        next += 1
        counters.skipped += 1
        expectedTimestamp = nil
    }

    private func slot(_ number: Int) -> Int { number % slots.count }
}
