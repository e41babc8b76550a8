import Audio
import Peer
import RTP
import SDP
import Simulation
import Testing
import Timing

@Suite("A voice from one end's encoder to the other end's ear") struct ListeningTests {
    /// What was heard of ten seconds of speech, after the first two.
    private struct Hearing {
        var frames = 0
        var madeUp = 0
        /// Milliseconds beyond the fastest packet.
        var longestTarget = 0.0
    }

    private static func hear(
        _ conditions: NetworkConditions, seed: UInt64, redundancy: Redundancy = .off
    ) throws -> Hearing {
        var pair = try PeerPair(seed: seed, redundancy: (redundancy, redundancy))
        let uplink = pair.offerer.addSendingAudio(track: "cid-1")
        try pair.negotiate()
        pair.run(for: .seconds(1))
        pair.network.conditions = conditions
        var encoder = try OpusEncoder(.init(rate: 16_000, expectedLoss: 0))
        var receiver = try AudioReceiver()
        var hearing = Hearing()
        var early = 0
        var taken = pair.answererEvents.count
        for frame in 0..<600 {
            let tone: [Int16] = (0..<320).map { index in index / 20 % 2 == 0 ? 4_000 : -4_000 }
            try pair.offerer.sendAudio(OutgoingFrame(encoder.encode(tone)), on: uplink, now: pair.clock.now)
            for _ in 0..<4 {
                pair.run(for: .milliseconds(5))
                for packet in Array(pair.answererEvents[taken...]).packets {
                    receiver.receive(
                        .init(
                            ssrc: packet.ssrc, sequence: packet.sequenceNumber, timestamp: packet.timestamp,
                            payload: packet.payload), now: pair.clock.now)
                }
                taken = pair.answererEvents.count
            }
            _ = receiver.pop(now: pair.clock.now)
            guard frame >= 100 else {
                early = receiver.counters.concealed + receiver.counters.recovered
                continue
            }
            hearing.frames += 1
            hearing.longestTarget = max(hearing.longestTarget, receiver.jitter.target.inMilliseconds)
        }
        hearing.madeUp = receiver.counters.concealed + receiver.counters.recovered - early
        return hearing
    }

    @Test("asking again repairs nearly every loss in time", arguments: [0.05, 0.1, 0.15], [1, 2] as [UInt64])
    func repetition(loss: Double, seed: UInt64) throws {
        let hearing = try Self.hear(
            NetworkConditions(latency: .milliseconds(20), jitter: .milliseconds(10), loss: loss), seed: seed)
        // A request or its answer may be lost as well; what is then asked for again comes too late when that is rare.
        #expect(Double(hearing.madeUp) <= Double(hearing.frames) * 0.04)
        #expect(hearing.longestTarget <= 200)
    }

    @Test("redundancy repairs single losses without a longer wait", arguments: [1, 2] as [UInt64])
    func redundancy(seed: UInt64) throws {
        let hearing = try Self.hear(
            NetworkConditions(latency: .milliseconds(150), loss: 0.1), seed: seed,
            redundancy: Redundancy(sends: 2, receives: true))
        #expect(Double(hearing.madeUp) <= Double(hearing.frames) * 0.03)
        #expect(hearing.longestTarget <= 70)
    }

    @Test("a clean network is heard without anything made up")
    func clean() throws {
        let hearing = try Self.hear(.clean, seed: 1)
        #expect(hearing.madeUp == 0 && hearing.longestTarget <= 40)
    }
}
