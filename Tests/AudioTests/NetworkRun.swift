import Audio
import Simulation
import Testing
import Timing

/// One voice over a bad network, in virtual time: what a receiver makes of it.
struct NetworkRun {
    /// How a network and a sender's clock misbehave.
    struct Conditions: Sendable, CustomTestStringConvertible {
        /// 0 to 1.
        var loss = 0.0
        /// Uniform from zero to so many milliseconds; packets overtake each other.
        var jitter = 0
        var duplication = 0.0
        /// How much faster the sender's clock runs, in parts of a million.
        var drift = 0
        /// How long after it was due a lost packet comes after all, in milliseconds; `nil` for never.
        var repair: Int?

        var testDescription: String {
            "loss \(loss), jitter \(jitter) ms, duplication \(duplication), drift \(drift) ppm, repair \(repair ?? -1) ms"
        }
    }

    /// What was heard, 20 ms after 20 ms.
    private(set) var heard: [Int16] = []
    private(set) var contents: [AudioReceiver.Content] = []
    /// The buffer's delay, in milliseconds, frame by frame while sound was played.
    private(set) var delays: [Double] = []
    private(set) var jitter = JitterCounters()
    private(set) var play = PlayCounters()

    init(_ packets: [[UInt8]], _ conditions: Conditions, seed: UInt64 = 1, rate: Int = 16_000) throws {
        let arrivals = Self.arrivals(packets, conditions, seed: seed)
        var receiver = try AudioReceiver(rate: rate)
        var rest = arrivals[...]
        // A fast clock runs out of packets before the end. Frames are due between arrivals, not at the same moment.
        for frame in 0..<(packets.count - 10) {
            let now = Instant.origin + .milliseconds(frame * 20 + 7)
            while let (time, packet) = rest.first, time <= now {
                receiver.receive(packet, now: time)
                rest = rest.dropFirst()
            }
            let samples = receiver.pop(now: now)
            precondition(samples.count == rate / 50, "every frame is 20 ms")
            heard += samples
            contents.append(receiver.content)
            if receiver.content == .sound, let delay = receiver.jitter.delay { delays.append(delay.inMilliseconds) }
        }
        (jitter, play) = (receiver.jitter.counters, receiver.counters)
    }

    private static func arrivals(
        _ packets: [[UInt8]], _ conditions: Conditions, seed: UInt64
    ) -> [(Instant, JitterBuffer.Packet)] {
        var random = SeededGenerator(seed: seed)
        var arrivals: [(Instant, JitterBuffer.Packet)] = []
        for (index, payload) in packets.enumerated() {
            let packet = JitterBuffer.Packet(
                ssrc: 9, sequence: UInt16(truncatingIfNeeded: index + 65_000),
                timestamp: UInt32(truncatingIfNeeded: index &* 960 &- 90_000), payload: payload)
            let sent = Int64(index) * 20_000_000 * Int64(1_000_000 - conditions.drift) / 1_000_000
            let wait =
                conditions.jitter > 0 ? Int64.random(in: 0...Int64(conditions.jitter) * 1_000_000, using: &random) : 0
            let time = Instant(nanoseconds: 50_000_000 + sent + wait)
            let isLost = Double.random(in: 0..<1, using: &random) < conditions.loss
            let isDoubled = Double.random(in: 0..<1, using: &random) < conditions.duplication
            if !isLost {
                arrivals.append((time, packet))
            } else if let repair = conditions.repair {
                arrivals.append((time + .milliseconds(repair), packet))
            }
            if isDoubled { arrivals.append((time + .milliseconds(11), packet)) }
        }
        return arrivals.sorted { $0.0 < $1.0 }
    }

    /// The share of frames, from the second `from` on, that were made up or empty.
    func concealedShare(from second: Int = 2) -> Double {
        let later = contents.dropFirst(second * 50)
        return Double(later.count { $0 == .concealment || $0 == .nothing }) / Double(max(1, later.count))
    }

    func meanDelay(from second: Int = 2) -> Double {
        let later = delays.dropFirst(second * 50)
        return later.reduce(0, +) / Double(max(1, later.count))
    }
}
