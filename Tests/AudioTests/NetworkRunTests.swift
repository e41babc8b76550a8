import Audio
import Testing
import Timing

@Suite("A voice over a bad network")
struct NetworkRunTests {
    /// A caller's recording, as one long call.
    private static func speech(seconds: Int) throws -> [[UInt8]] {
        let voice = try Fixtures.voice("loc2-fe-slt.wav").samples
        return try encoded((0..<(seconds * 16_000)).map { voice[$0 % voice.count] })
    }

    /// Encoded once for all runs.
    private static let packets = Result { try speech(seconds: 20) }

    private static func encoded(_ samples: [Int16]) throws -> [[UInt8]] {
        var encoder = try OpusEncoder(.init(rate: 16_000, expectedLoss: 20))
        return try stride(from: 0, to: samples.count, by: 320).map {
            try encoder.encode(Array(samples[$0..<($0 + 320)]))
        }
    }

    /// How much of the sound may be made up, and how long it may wait on average, in milliseconds.
    struct Limit: Sendable, CustomTestStringConvertible {
        var conditions: NetworkRun.Conditions
        var concealed: Double
        var delay: Double

        var testDescription: String { conditions.testDescription }
    }

    static let limits = [
        Limit(conditions: .init(), concealed: 0, delay: 45),
        Limit(conditions: .init(loss: 0.05), concealed: 0.01, delay: 45),
        Limit(conditions: .init(loss: 0.15), concealed: 0.04, delay: 45),
        Limit(conditions: .init(loss: 0.3), concealed: 0.13, delay: 45),
        Limit(conditions: .init(jitter: 20), concealed: 0.005, delay: 50),
        Limit(conditions: .init(jitter: 60), concealed: 0.01, delay: 85),
        Limit(conditions: .init(jitter: 100), concealed: 0.01, delay: 125),
        Limit(conditions: .init(jitter: 200), concealed: 0.01, delay: 225),
        Limit(conditions: .init(loss: 0.05, repair: 60), concealed: 0.005, delay: 95),
        Limit(conditions: .init(loss: 0.15, jitter: 20, repair: 80), concealed: 0.01, delay: 130),
        Limit(conditions: .init(loss: 0.1, jitter: 40, duplication: 0.1, drift: 300), concealed: 0.04, delay: 75),
        Limit(conditions: .init(loss: 0.3, jitter: 200, duplication: 0.1, drift: -500), concealed: 0.13, delay: 235),
    ]

    @Test("little is made up and little is waited for", arguments: limits, [1, 2] as [UInt64])
    func quality(limit: Limit, seed: UInt64) throws {
        let run = try NetworkRun(Self.packets.get(), limit.conditions, seed: seed)
        #expect(run.concealedShare() <= limit.concealed)
        #expect(run.meanDelay() <= limit.delay)
        #expect(run.play.corrupt == 0 && run.jitter.restarts == 0 && run.jitter.skipped == 0)
    }

    @Test(
        "a clock that drifts neither fills nor drains the buffer, and nothing is dropped or made up",
        arguments: [1_000, -1_000, 200, -200])
    func drift(partsPerMillion: Int) throws {
        let packets = try Self.packets.get()
        let run = try NetworkRun((0..<6).flatMap { _ in packets }, .init(drift: partsPerMillion))
        #expect(run.concealedShare() == 0)
        #expect(run.jitter.lost == 0 && run.jitter.late == 0 && run.jitter.skipped == 0)
        #expect(run.delays.allSatisfy { (10...48).contains($0) })
        let changed = partsPerMillion > 0 ? run.play.removed : run.play.inserted
        // 120 s at 16 kHz drift by 1.92 samples for every part of a million; a frame of that may be hidden in the delay.
        #expect(abs(Double(changed) - 1.92 * Double(abs(partsPerMillion))) < 500)
    }

    @Test(
        "stretching a tone makes no click and changes neither its pitch nor its strength", arguments: [1_000, -1_000])
    func tone(drift: Int) throws {
        let sent = Tone.sine(400, rate: 16_000, count: 16_000 * 30)
        let run = try NetworkRun(Self.encoded(sent), .init(drift: drift))
        #expect(run.play.removed + run.play.inserted > 200)
        let heard = Array(run.heard.dropFirst(16_000))
        let bends = zip(zip(heard, heard.dropFirst()), heard.dropFirst(2)).map {
            abs(Int($0.0) - 2 * Int($0.1) + Int($1))
        }
        // A sine of this strength bends by 200 at most.
        #expect(bends.max() ?? 0 < 500)
        for start in stride(from: 0, to: heard.count - 1_600, by: 24_000) {
            let strength = Tone.amplitude(of: 400, in: heard[start..<(start + 1_600)], rate: 16_000)
            #expect(strength > 6_000 && strength < 10_000)
        }
    }

    @Test("a tone with losses keeps its strength", arguments: [0.05, 0.1], [3, 4] as [UInt64])
    func lossyTone(loss: Double, seed: UInt64) throws {
        let run = try NetworkRun(
            Self.encoded(Tone.sine(300, rate: 16_000, count: 16_000 * 20)), .init(loss: loss), seed: seed)
        let heard = run.heard.dropFirst(16_000)
        for start in stride(from: heard.startIndex, to: heard.endIndex - 3_200, by: 3_200) {
            #expect(Tone.loudness(heard[start..<(start + 3_200)]) > 2_000)
        }
    }

    @Test("after half a second without a network everything that was said is played, faster, and the delay comes back")
    func outage() throws {
        let packets = try Self.packets.get()
        var receiver = try AudioReceiver()
        var delays: [Double] = []
        var waiting: [JitterBuffer.Packet] = []
        for (index, payload) in packets.enumerated() {
            let now = Instant.origin + .milliseconds(index * 20)
            waiting.append(.init(sequence: UInt16(index), timestamp: UInt32(index * 960), payload: payload))
            if !(200..<225).contains(index) {
                for packet in waiting { receiver.receive(packet, now: now) }
                waiting = []
            }
            _ = receiver.pop(now: now + .milliseconds(5))
            delays.append(receiver.jitter.delay?.inMilliseconds ?? 0)
        }
        #expect(receiver.jitter.counters.lost == 0 && receiver.jitter.counters.skipped == 0)
        #expect(delays[225..<240].contains { $0 > 350 })
        #expect(delays[340..<400].allSatisfy { $0 < 280 })
        #expect(delays[900...].allSatisfy { $0 < 80 })
    }

    @Test("made-up sound fades, and then there is silence")
    func fading() throws {
        let packets = try Self.encoded(Tone.sine(400, rate: 16_000, count: 16_000))
        var receiver = try AudioReceiver()
        var heard: [(content: AudioReceiver.Content, loudness: Double)] = []
        for index in 0..<70 {
            let now = Instant.origin + .milliseconds(index * 20)
            if index < 50 {
                receiver.receive(
                    .init(sequence: UInt16(index), timestamp: UInt32(index * 960), payload: packets[index]), now: now)
            }
            let samples = receiver.pop(now: now + .milliseconds(3))
            heard.append((receiver.content, Tone.loudness(samples)))
        }
        let end = try #require(heard.lastIndex { $0.content == .sound })
        let after = heard[(end + 1)...].map(\.loudness)
        #expect(after.count > 8 && after[0] > 1_000)
        #expect(zip(after.dropFirst(), after.dropFirst(2)).allSatisfy { $0 >= $1 })
        #expect(after.dropFirst(6).allSatisfy { $0 == 0 })
    }
}
