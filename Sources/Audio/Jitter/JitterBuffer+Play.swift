package import Timing

// Packets out.
extension JitterBuffer {
    /// Packets made up in a row while waiting for one that may only be late.
    private static let concealedPackets = 5
    /// Half a frame: less is not a pause in the sender's clock.
    private static let smallestGap = 480
    /// Longer than any pause that is played out; what follows one begins anew.
    private static let largestGap = 96_000
    /// Delays this much beyond the target are shortened: more than a frame, which is how coarsely play begins.
    private static let surplus = 1_000
    /// Packets between two changes that are not urgent: 100 ms.
    private static let calmDelays = 5
    /// Delays this much below the target are lengthened.
    private static let deficit = 240

    /// What to play now.
    /// - Parameter pending: ticks of what was given out and is not played yet.
    package mutating func pop(now: Instant, pending: Int = 0) -> Output {
        guard ssrc != nil, isPlaying || startsPlaying(now: now) else { return .empty }
        passEmptyNumbers()
        if slots[slot(next)] != nil { return isPause(now: now, pending: pending) ? .empty : play(now: now) }
        return newest > next ? conceal() : starve()
    }

    /// Whether the sound just given out should be shortened or lengthened. Calm changes wait until the delay has been
    /// seen for a while.
    package var pace: PlayoutPace {
        guard let smoothedDelay else { return .steady }
        let difference = smoothedDelay - targetTicks
        guard difference > Self.surplus || difference < -Self.deficit else { return .steady }
        let urgency = Self.urgency(abs(difference))
        guard urgency != .calm || delaysSeen >= Self.calmDelays else { return .steady }
        return difference > 0 ? .faster(urgency) : .slower(urgency)
    }

    /// The sound given out was stretched: what is known of the delay no longer holds.
    package mutating func noteStretch() {
        (smoothedDelay, delaysSeen) = (nil, 0)
    }

    private mutating func observe(_ delay: Int) {
        smoothedDelay = smoothedDelay.map { $0 + (delay - $0) / 4 } ?? delay
        delaysSeen += 1
    }

    private static func urgency(_ difference: Int) -> PlayoutPace.Urgency {
        difference > 7_200 ? .extreme : difference > 3_840 ? .pressing : .calm
    }

    private mutating func startsPlaying(now: Instant) -> Bool {
        guard let (number, timestamp) = firstHeld, timeline.delay(of: timestamp, at: now) >= targetTicks else {
            return false
        }
        if hasPlayed { counters.lost += number - next }
        next = number
        isPlaying = true
        (expectedTimestamp, madeUp) = (nil, 0)
        noteStretch()
        return true
    }

    private var firstHeld: (number: Int, timestamp: UInt32)? {
        var number = next
        while number <= newest {
            if let packet = slots[slot(number)] { return (number, packet.timestamp) }
            number += 1
        }
        return nil
    }

    private mutating func play(now: Instant) -> Output {
        guard let packet = slots[slot(next)].take() else { return .empty }
        next += 1
        hasPlayed = true
        (starving, madeUp) = (0, 0)
        observe(timeline.delay(of: packet.timestamp, at: now))
        lastTicks = OpusPacket.ticks(of: packet.payload) ?? 960
        isSilent = OpusPacket.isSilence(packet.payload)
        if isSilent { counters.silent += 1 }
        expectedTimestamp = packet.timestamp &+ lastTicks
        return .packet(packet.payload)
    }

    /// Numbers that took no time carried nothing to play; what was made up while waiting stands for what was lost then.
    private mutating func passEmptyNumbers() {
        guard slots[slot(next)] == nil, newest > next, let expected = expectedTimestamp, let held = firstHeld else {
            return
        }
        if Int(Int32(bitPattern: held.timestamp &- expected)) < Self.smallestGap {
            next = held.number
            return
        }
        while madeUp >= lastTicks, next < held.number {
            madeUp -= lastTicks
            next += 1
            counters.lost += 1
            expectedTimestamp = expectedTimestamp.map { $0 &+ lastTicks }
        }
    }

    /// The sender was silent between the packet before and this one, and it is too early for this one.
    private mutating func isPause(now: Instant, pending: Int) -> Bool {
        guard let expected = expectedTimestamp, let timestamp = slots[slot(next)]?.timestamp else { return false }
        let gap = Int(Int32(bitPattern: timestamp &- expected))
        guard gap >= Self.smallestGap, gap <= Self.largestGap else { return false }
        guard timeline.delay(of: timestamp, at: now) + pending < targetTicks else { return false }
        noteStretch()
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
        if !isSilent, starving <= Self.concealedPackets {
            madeUp += lastTicks
            return .missing(next: nil)
        }
        isPlaying = false
        starving = 0
        return .empty
    }
}
