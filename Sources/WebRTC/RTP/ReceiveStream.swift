package import Timing

/// One stream of media we receive: finds duplicates and gaps, asks for what is missing, measures loss and jitter, and
/// makes report blocks (RFC 3550, appendices A.1, A.3 and A.8).
package struct ReceiveStream: Sendable {
    package let ssrc: UInt32
    /// Ticks per second of the timestamps.
    package let clockRate: UInt32
    /// Whose name our requests carry.
    package let localSSRC: UInt32

    /// Packets received, each once.
    package private(set) var packetsReceived: Int64 = 0
    /// Packets that others brought with them (RFC 2198); they count as lost.
    package private(set) var packetsRecovered: Int64 = 0
    /// To the sender and back, if the owner knows: when to ask again.
    package var roundTripTime: Duration?
    /// Packets that came again, or far too late.
    package private(set) var duplicates: Int64 = 0

    private let policy: RetransmissionPolicy
    private var tracker = SequenceTracker()
    private var missing: MissingPackets
    private var base: Int64 = 0
    private var jitter = InterarrivalJitter()
    private var priorExpected: Int64 = 0
    private var priorReceived: Int64 = 0
    private var received: Int64 = 0
    private var lastReport: (middle: UInt32, instant: Instant)?

    /// - Parameter localSSRC: ours in feedback; 1 is what receivers without a stream of their own use.
    package init(
        ssrc: UInt32, clockRate: UInt32, localSSRC: UInt32 = 1, policy: RetransmissionPolicy = RetransmissionPolicy()
    ) {
        self.ssrc = ssrc
        self.clockRate = clockRate
        self.localSSRC = localSSRC
        self.policy = policy
        missing = MissingPackets(policy: policy)
    }

    /// Takes note of a packet. `false`: drop it, it is another stream's, a duplicate, or the first after a jump.
    package mutating func receive(_ packet: RTPPacket, now: Instant) -> Bool {
        guard packet.ssrc == ssrc else { return false }
        switch tracker.note(packet.sequenceNumber) {
        case .first(let number):
            restart(at: number)
            jitter.note(timestamp: packet.timestamp, now: now, clockRate: clockRate)
        case .newer(let number, let gap):
            missing.skipped(gap, before: number, now: now)
            jitter.note(timestamp: packet.timestamp, now: now, clockRate: clockRate)
        case .late(let number):
            missing.arrived(number)
            base = min(base, number)
        case .duplicate:
            duplicates += 1
            return false
        case .jump: return false
        }
        packetsReceived += 1
        received += 1
        return true
    }

    /// Takes note of a packet that another brought with it. `false`: it is here already, or too old.
    package mutating func recover(_ sequenceNumber: UInt16) -> Bool {
        guard tracker.isLate(sequenceNumber), case .late(let number) = tracker.note(sequenceNumber) else {
            return false
        }
        missing.arrived(number)
        packetsRecovered += 1
        return true
    }

    /// Packets that should have come, those given up included, and did not.
    package var packetsLost: Int64 { max(0, expected - received) }

    /// Mean deviation of the packets' spacing.
    package var interarrivalJitter: Duration {
        .nanoseconds(Int64(jitter.ticks) * 1_000_000_000 / Int64(max(1, clockRate)))
    }

    /// When `missing` has something to ask next.
    package var timeout: Instant? { missing.timeout }

    /// The request for what is missing and due; `nil` when nothing is.
    package mutating func missing(now: Instant) -> GenericNACK? {
        let numbers = missing.takeDue(now: now, interval: policy.interval(after: roundTripTime))
        guard !numbers.isEmpty else { return nil }
        return GenericNACK(senderSSRC: localSSRC, mediaSSRC: ssrc, sequenceNumbers: numbers)
    }

    /// Remembers a report of the sender, to be echoed in the next report block.
    package mutating func handle(_ report: SenderReport, now: Instant) {
        guard report.ssrc == ssrc else { return }
        lastReport = (NTPTime.middle(of: report.ntp), now)
    }

    /// The block for the next report, and the beginning of a new interval; `nil` before the first packet.
    package mutating func reportBlock(now: Instant) -> ReportBlock? {
        guard tracker.highest >= 0 else { return nil }
        let expectedNow = expected - priorExpected
        let lostNow = expectedNow - (received - priorReceived)
        priorExpected = expected
        priorReceived = received
        let fraction = expectedNow > 0 && lostNow > 0 ? min(255, lostNow << 8 / expectedNow) : 0
        return ReportBlock(
            ssrc: ssrc, fractionLost: UInt8(fraction), cumulativeLost: Int32(clamping: expected - received),
            highestSequence: UInt32(truncatingIfNeeded: tracker.highest - 0x1_0000), jitter: jitter.ticks,
            lastSenderReport: lastReport?.middle ?? 0,
            delaySinceLastSenderReport: lastReport.map { NTPTime.shortFormat(now - $0.instant) } ?? 0)
    }

    private var expected: Int64 { tracker.highest < 0 ? 0 : tracker.highest - base + 1 }

    private mutating func restart(at number: Int64) {
        missing.removeAll()
        base = number
        (priorExpected, priorReceived, received) = (0, 0, 0)
        jitter = InterarrivalJitter()
    }
}
