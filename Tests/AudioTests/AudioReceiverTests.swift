import Audio
import Testing
import Timing

@Suite("From packets to samples")
struct AudioReceiverTests {
    private func stream(_ frames: Int) throws -> [JitterBuffer.Packet] {
        var encoder = try OpusEncoder(.init(rate: 16_000, expectedLoss: 10))
        let tone = Tone.sine(400, rate: 16_000, count: 320 * frames)
        return try (0..<frames).map { index in
            let payload = try encoder.encode(Array(tone[(index * 320)..<(index * 320 + 320)]))
            return .init(sequence: UInt16(index), timestamp: UInt32(index * 960), payload: payload)
        }
    }

    @Test("every frame is 20 ms, and a lost packet leaves no hole")
    func loss() throws {
        var receiver = try AudioReceiver()
        var heard: [Int16] = []
        for (index, packet) in try stream(50).enumerated() {
            let now = Instant.origin + .milliseconds(index * 20)
            if index % 10 != 7 { receiver.receive(packet, now: now) }
            let frame = receiver.pop(now: now)
            #expect(frame.count == 320)
            heard += frame
        }
        for start in stride(from: 3_200, to: 15_000, by: 320) {
            #expect(Tone.loudness(heard[start..<(start + 320)]) > 2_000)
        }
        #expect(receiver.jitter.counters.lost == 5 && receiver.counters.corrupt == 0)
    }

    @Test("bytes that are not Opus are concealed and counted")
    func corrupt() throws {
        var receiver = try AudioReceiver()
        for index in 0..<4 {
            let packet = JitterBuffer.Packet(
                sequence: UInt16(index), timestamp: UInt32(index * 960), payload: [0xFB, 0xFF, 0xFF])
            receiver.receive(packet, now: .origin)
        }
        for frame in 2..<6 { #expect(receiver.pop(now: .origin + .milliseconds(frame * 20)).count == 320) }
        #expect(receiver.counters.corrupt == 4)
    }

    @Test("nobody there is silence")
    func silence() throws {
        var receiver = try AudioReceiver()
        #expect(receiver.pop(now: .origin) == AudioFrame.silence(rate: 16_000).samples)
    }
}
