import Timing

/// Puts the packets of one voice back in order and in time: packets go in as they arrive, one comes out when sound is due.
///
/// The buffer aims at a delay that lets nearly all packets come in time (`JitterSettings.timelyShare` of those that came
/// lately), and says by `pace` when sound should be played faster or slower to reach it; where the sender is silent, the
/// silence is made longer or shorter instead. Packets that come out of order, repeated ones among them, count like the
/// others as long as waiting for them is worth it. At most `capacity` packets are held; beyond that the oldest go.
///
/// Delays inside are ticks of 48 kHz, the clock of Opus in RTP (RFC 7587, section 4.1).
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
        /// It carries nothing; its number is taken to be used up.
        case empty
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

    package let settings: JitterSettings
    package internal(set) var counters = JitterCounters()

    var slots: [Packet?]
    var ssrc: UInt32?
    /// Sequence numbers, extended beyond 16 bits: the next to play and the newest held.
    var next = 0
    var newest = 0
    var isPlaying = false
    /// Something was popped since the last restart, so that an earlier packet can no longer be the first.
    var hasPlayed = false
    /// Where the sender's clock is expected at the next packet; `nil` before the first and after a pause.
    var expectedTimestamp: UInt32?
    var lastTicks: UInt32 = 960
    /// The packet played last carried silence.
    package internal(set) var isSilent = false
    /// Times in a row that nothing was there.
    var starving = 0
    /// Ticks that were made up while waiting, for packets that may be lost after all.
    var madeUp: UInt32 = 0
    var lateInARow = 0

    var timeline = ArrivalTimeline()
    var histogram = DelayHistogram()
    var targetTicks: Int
    /// The delay of what is played now, smoothed, and of how many packets; `nil` when play begins anew.
    var smoothedDelay: Int?
    var delaysSeen = 0

    package init(_ settings: JitterSettings = JitterSettings()) {
        self.settings = settings
        targetTicks = Self.ticks(settings.initial)
        slots = [Packet?](repeating: nil, count: settings.capacity)
    }

    /// How long a packet should wait after the earliest that it could have come.
    package var target: Duration { .nanoseconds(Int64(targetTicks) * 1_000_000 / 48) }

    /// How long what is played now waited after the earliest that it could have come, smoothed; `nil` when unknown.
    package var delay: Duration? { smoothedDelay.map { .nanoseconds(Int64($0) * 1_000_000 / 48) } }

    /// Forgets the stream, but not the counters: for a new track.
    package mutating func reset() {
        for index in slots.indices { slots[index] = nil }
        ssrc = nil
        (isPlaying, hasPlayed, isSilent) = (false, false, false)
        (starving, lateInARow, madeUp) = (0, 0, 0)
        (expectedTimestamp, smoothedDelay) = (nil, nil)
        delaysSeen = 0
        (timeline, histogram) = (ArrivalTimeline(), DelayHistogram())
        targetTicks = Self.ticks(settings.initial)
    }

    /// Packets from the next to the newest, counting those that are missing.
    var depth: Int { newest - next + 1 }

    func slot(_ number: Int) -> Int { number % slots.count }

    static func ticks(_ duration: Duration) -> Int { Int(duration.nanoseconds * 48 / 1_000_000) }
}
