import Audio
import Simulation
import Testing
import Timing

@Suite("Streams that nobody should send")
struct HostileStreamTests {
    /// Packets whose numbers, times, sources and bytes are mostly plausible and now and then anything.
    private static func packet(_ index: Int, using random: inout SeededGenerator) -> JitterBuffer.Packet {
        let isWild = Int.random(in: 0..<10, using: &random) == 0
        let numbers = isWild ? 0...Int(UInt16.max) : max(0, index - 70)...(index + 70)
        let times = isWild ? 0...Int(UInt32.max) : max(0, index - 90) * 960...(index + 90) * 960
        let length = Int.random(in: 0...40, using: &random)
        return JitterBuffer.Packet(
            ssrc: Int.random(in: 0..<200, using: &random) == 0 ? .random(in: 0...3, using: &random) : 1,
            sequence: UInt16(truncatingIfNeeded: Int.random(in: numbers, using: &random)),
            timestamp: UInt32(truncatingIfNeeded: Int.random(in: times, using: &random)),
            payload: (0..<length).map { _ in .random(in: 0...255, using: &random) })
    }

    @Test("whatever comes, every frame is 20 ms and every packet is accounted for", arguments: 0..<12 as Range<UInt64>)
    func anything(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var receiver = try AudioReceiver(rate: OpusError.rates[Int(seed) % 5])
        var now = Instant.origin
        var sent = 0
        for index in 0..<1_500 {
            // The clock stands, runs, and jumps by up to a minute.
            let jump = Int.random(in: 0..<100, using: &random) == 0 ? 60_000 : 40
            now += .milliseconds(Int.random(in: 0...jump, using: &random))
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                receiver.receive(Self.packet(index, using: &random), now: now)
                sent += 1
            }
            let count = receiver.pop(now: now).count
            #expect(count == receiver.rate / 50)
            if Int.random(in: 0..<300, using: &random) == 0 { receiver.reset() }
        }
        let counters = receiver.jitter.counters
        #expect(counters.received == sent)
        #expect(counters.late + counters.duplicates + counters.empty + counters.skipped <= sent)
        #expect(receiver.jitter.target <= receiver.jitter.settings.maximum)
        #expect(receiver.jitter.target >= .zero)
    }

    @Test("a sender whose clock runs at another rate is played, and its sound ends when it does")
    func wrongClock() throws {
        var receiver = try AudioReceiver()
        var encoder = try OpusEncoder(.init(rate: 16_000))
        let tone = Tone.sine(300, rate: 16_000, count: 320)
        var sounding = 0
        for index in 0..<500 {
            let now = Instant.origin + .milliseconds(index * 20)
            if index < 400 {
                // Ticks of 16 kHz in place of 48 kHz.
                receiver.receive(
                    .init(sequence: UInt16(index), timestamp: UInt32(index * 320), payload: try encoder.encode(tone)),
                    now: now)
            }
            _ = receiver.pop(now: now)
            if receiver.content == .sound { sounding += 1 }
        }
        #expect(sounding > 200)
        #expect(receiver.content == .nothing)
    }
}
