import Audio
import Testing
import Timing

@Suite("What is heard is told from what is made up")
struct ReceivedContentTests {
    // A talkspurt may be played a frame shorter than it was: the wait of its beginning is shortened while it lasts.

    /// As LiveKit's server makes it for a track that is muted or gone.
    private static let silence: [UInt8] = [0xF8, 0xFF, 0xFE] + [UInt8](repeating: 0, count: 77)

    /// A talkspurt of `frames` frames from packet `first`, whose clock stands at `ticks`.
    private func talkspurt(
        _ frames: Int, from first: Int, ticks: Int, ssrc: UInt32 = 3
    ) throws -> [JitterBuffer.Packet] {
        var encoder = try OpusEncoder(.init(rate: 16_000))
        let tone = Tone.sine(400, rate: 16_000, count: frames * 320)
        return try (0..<frames).map { index in
            .init(
                ssrc: ssrc, sequence: UInt16(first + index), timestamp: UInt32(ticks + index * 960),
                payload: try encoder.encode(Array(tone[(index * 320)..<(index * 320 + 320)])))
        }
    }

    /// Delivers each packet `20 ms × place` after the origin and pops `frames` frames.
    private func contents(
        _ packets: [(place: Int, packet: JitterBuffer.Packet)], frames: Int, of receiver: inout AudioReceiver
    ) -> [(content: AudioReceiver.Content, loudness: Double)] {
        (0..<frames).map { frame in
            let now = Instant.origin + .milliseconds(frame * 20)
            for (_, packet) in packets.filter({ $0.place == frame }) { receiver.receive(packet, now: now) }
            let samples = receiver.pop(now: now + .milliseconds(5))
            return (receiver.content, Tone.loudness(samples))
        }
    }

    @Test("the server's silence after a mute is silence, and neither speech nor loss")
    func mute() throws {
        var receiver = try AudioReceiver()
        var packets = try talkspurt(50, from: 0, ticks: 0).enumerated().map { (place: $0, packet: $1) }
        for index in 50..<55 {
            let packet = JitterBuffer.Packet(
                ssrc: 3, sequence: UInt16(index), timestamp: UInt32(index * 960), payload: Self.silence)
            packets.append((index, packet))
        }
        // Unmuted after ten seconds: the numbers go on, and the clock has gone on as well.
        packets += try talkspurt(20, from: 55, ticks: 550 * 960).enumerated().map { (place: $0 + 550, packet: $1) }
        let heard = contents(packets, frames: 580, of: &receiver)
        #expect(heard.count { $0.content == .silence } == 5)
        #expect(heard[60..<550].allSatisfy { $0.content == .nothing && $0.loudness == 0 })
        #expect((69...70).contains(heard.count { $0.content == .sound }))
        #expect(receiver.jitter.counters.lost == 0 && receiver.jitter.counters.silent == 5)
        #expect(receiver.jitter.counters.restarts == 0)
    }

    @Test("gaps of discontinuous transmission are played as long as they were, and nothing is made up in them")
    func discontinuous() throws {
        var receiver = try AudioReceiver()
        var packets: [(place: Int, packet: JitterBuffer.Packet)] = []
        var number = 0
        for spurt in 0..<5 {
            let place = spurt * 60
            packets += try talkspurt(20, from: number, ticks: place * 960).enumerated().map { (place + $0, $1) }
            number += 20
            // One byte each 400 ms, as libopus sends them in a pause.
            for pause in [20, 40] {
                packets.append(
                    (
                        place + pause,
                        .init(
                            ssrc: 3, sequence: UInt16(number), timestamp: UInt32((place + pause) * 960), payload: [0x08]
                        )
                    ))
                number += 1
            }
        }
        let heard = contents(packets, frames: 300, of: &receiver)
        #expect((99...100).contains(heard.count { $0.content == .sound }))
        #expect(heard.count { $0.content == .concealment } == 0)
        #expect(receiver.counters.concealed == 0 && receiver.jitter.counters.lost == 0)
        let onsets = heard.indices.filter { $0 > 0 && heard[$0].content == .sound && heard[$0 - 1].content != .sound }
        #expect(zip(onsets, onsets.dropFirst()).allSatisfy { (59...61).contains($1 - $0) })
    }

    @Test("another track on the same section, under the same source, begins without what was left of the one before")
    func reset() throws {
        var receiver = try AudioReceiver()
        let first = try talkspurt(20, from: 0, ticks: 0).enumerated().map { (place: $0, packet: $1) }
        _ = contents(first, frames: 20, of: &receiver)
        receiver.reset()
        #expect(receiver.pop(now: .origin + .milliseconds(401)).allSatisfy { $0 == 0 })
        #expect(receiver.content == .nothing)
        let second = try talkspurt(20, from: 20, ticks: 20 * 960).enumerated().map { (place: $0, packet: $1) }
        let heard = contents(second, frames: 22, of: &receiver)
        #expect((19...20).contains(heard.count { $0.content == .sound }))
        #expect(receiver.jitter.counters.lost == 0 && receiver.jitter.counters.restarts == 0)
    }

    @Test("another source begins anew by itself")
    func anotherSource() throws {
        var receiver = try AudioReceiver()
        let first = try talkspurt(20, from: 0, ticks: 0).enumerated().map { (place: $0, packet: $1) }
        let second = try talkspurt(20, from: 9_000, ticks: 77, ssrc: 4).enumerated().map {
            (place: $0 + 30, packet: $1)
        }
        let heard = contents(first + second, frames: 60, of: &receiver)
        #expect((38...40).contains(heard.count { $0.content == .sound }))
        #expect(receiver.jitter.counters.restarts == 1)
    }
}
