import Audio
import Simulation
import Testing
import Timing

@Suite("Jitter buffer")
struct JitterBufferTests {
    private typealias Output = JitterBuffer.Output

    /// Packet `number` of a steady sender; its payload is its number, with enough bytes to be speech.
    private func packet(_ number: Int, ssrc: UInt32 = 7, offset: Int = 65_530) -> JitterBuffer.Packet {
        JitterBuffer.Packet(
            ssrc: ssrc, sequence: UInt16(truncatingIfNeeded: number + offset),
            timestamp: UInt32(truncatingIfNeeded: number &* 960 &- 5_000), payload: payload(number))
    }

    private func payload(_ number: Int) -> [UInt8] { [0x08, UInt8(truncatingIfNeeded: number), 0, 0] }

    private func at(_ milliseconds: Int) -> Instant { .origin + .milliseconds(milliseconds) }

    /// Delivers `arrivals` (packet, milliseconds) and pops every 20 ms, arrivals first.
    private func play(
        _ arrivals: [(Int, Int)], frames: Int, into buffer: inout JitterBuffer
    ) -> [Output] {
        var rest = arrivals.sorted { $0.1 < $1.1 }[...]
        return (0..<frames).map { frame in
            while let (number, time) = rest.first, time <= frame * 20 {
                buffer.insert(packet(number), now: at(time))
                rest = rest.dropFirst()
            }
            return buffer.pop(now: at(frame * 20))
        }
    }

    @Test("a steady stream is played in order after 30 ms, across the wrap of the sequence number")
    func steady() {
        var buffer = JitterBuffer()
        let outputs = play((0..<20).map { ($0, $0 * 20) }, frames: 20, into: &buffer)
        #expect(outputs == [.empty, .empty] + (0..<18).map { .packet(payload($0)) })
        #expect(buffer.counters == JitterCounters(received: 20))
    }

    @Test("a single packet does not wait for a second one for ever")
    func alone() {
        var buffer = JitterBuffer()
        #expect(play([(0, 0)], frames: 3, into: &buffer) == [.empty, .empty, .packet(payload(0))])
    }

    @Test("reordered packets are played in order and none is lost")
    func reordering() {
        var buffer = JitterBuffer()
        let outputs = play([(1, 0), (0, 10), (3, 20), (2, 30), (5, 40), (4, 50)], frames: 7, into: &buffer)
        #expect(outputs.filter { $0 != .empty } == (0..<6).map { .packet(payload($0)) })
        #expect(buffer.counters.lost == 0 && buffer.counters.late == 0)
    }

    @Test("a gap is reported once, with the packet after it for recovery")
    func loss() {
        var buffer = JitterBuffer()
        let outputs = play([(0, 0), (1, 20), (3, 60), (4, 80), (5, 100)], frames: 8, into: &buffer)
        let lost = Output.missing(next: payload(3))
        let rest = [3, 4, 5].map { Output.packet(payload($0)) }
        #expect(outputs == [.empty, .empty, .packet(payload(0)), .packet(payload(1)), lost] + rest)
        #expect(buffer.counters.lost == 1)
    }

    @Test("two packets lost in a row: the first has nothing to be recovered from")
    func burst() {
        var buffer = JitterBuffer()
        let outputs = play([(0, 0), (1, 0), (4, 10), (5, 10)], frames: 7, into: &buffer).filter { $0 != .empty }
        #expect(outputs[2] == .missing(next: nil))
        #expect(outputs[3] == .missing(next: payload(4)))
    }

    @Test("a packet that comes after its gap was played is dropped and counted")
    func late() {
        var buffer = JitterBuffer()
        _ = play([(0, 0), (1, 20), (3, 60), (4, 80)], frames: 6, into: &buffer)
        #expect(buffer.insert(packet(2), now: at(110)) == .late)
        #expect(buffer.counters.late == 1)
        #expect(buffer.pop(now: at(120)) == .packet(payload(4)))
    }

    @Test("a duplicate is dropped and counted")
    func duplicate() {
        var buffer = JitterBuffer()
        buffer.insert(packet(0), now: at(0))
        #expect(buffer.insert(packet(0), now: at(1)) == .duplicate)
        #expect(buffer.counters.duplicates == 1)
    }

    @Test("an empty buffer conceals for 100 ms, then the sender is taken to be silent")
    func pause() {
        var buffer = JitterBuffer()
        let outputs = play([(0, 0), (1, 0)], frames: 12, into: &buffer).drop { $0 == .empty }
        #expect(outputs.dropFirst(2).prefix(5).allSatisfy { $0 == .missing(next: nil) })
        #expect(outputs.dropFirst(7).allSatisfy { $0 == .empty })
        #expect(buffer.counters.lost == 0)
    }

    @Test("a packet that is only late is still played, and the wait grows")
    func underrun() {
        var buffer = JitterBuffer()
        let outputs = play([(0, 0), (1, 20), (2, 100), (3, 100), (4, 100)], frames: 9, into: &buffer)
        #expect(outputs.prefix(5) == [.empty, .empty, .packet(payload(0)), .packet(payload(1)), .missing(next: nil)])
        #expect(outputs.dropFirst(5).prefix(3) == [.packet(payload(2)), .packet(payload(3)), .packet(payload(4))])
        #expect(buffer.target == .milliseconds(60))
        #expect(buffer.counters.underruns == 1)
    }

    @Test("what was made up while waiting stands for a packet that proves to be lost")
    func lostAfterWaiting() {
        var buffer = JitterBuffer()
        let outputs = play([(0, 0), (1, 20), (3, 90), (4, 90)], frames: 7, into: &buffer).drop { $0 == .empty }
        #expect(
            outputs == [
                .packet(payload(0)), .packet(payload(1)), .missing(next: nil), .packet(payload(3)), .packet(payload(4)),
            ])
        #expect(buffer.counters.lost == 1)
    }

    @Test("numbers that took no time carried nothing, and nothing is made up for them")
    func padding() {
        var buffer = JitterBuffer()
        for number in 0..<2 { buffer.insert(packet(number), now: at(number * 20)) }
        #expect(buffer.insert(.init(ssrc: 7, sequence: 65_532, timestamp: 0, payload: []), now: at(20)) == .empty)
        for number in 2..<4 {
            var later = packet(number)
            later.sequence &+= 3
            buffer.insert(later, now: at(40))
        }
        let outputs = (2..<6).map { buffer.pop(now: at($0 * 20)) }
        #expect(outputs == (0..<4).map { .packet(payload($0)) })
        #expect(buffer.counters.lost == 0 && buffer.counters.empty == 1)
    }

    @Test(
        "after packets of silence nothing is made up",
        arguments: [[0x08], [0xF8, 0xFF, 0xFE] + [UInt8](repeating: 0, count: 77)])
    func discontinuous(silence: [UInt8]) {
        var buffer = JitterBuffer()
        buffer.insert(packet(0), now: at(0))
        buffer.insert(.init(ssrc: 7, sequence: 65_531, timestamp: packet(1).timestamp, payload: silence), now: at(0))
        let outputs = (2..<6).map { buffer.pop(now: at($0 * 20)) }
        #expect(outputs == [.packet(payload(0)), .packet(silence), .empty, .empty])
        #expect(buffer.counters.silent == 1 && buffer.isSilent)
    }

    @Test("a pause that the sender's clock shows between two packets is played as a pause")
    func clockGap() {
        var buffer = JitterBuffer()
        buffer.insert(packet(0), now: at(0))
        var next = packet(1)
        next.timestamp &+= 3 * 960
        buffer.insert(next, now: at(80))
        let outputs = (2..<7).map { buffer.pop(now: at($0 * 20)) }
        #expect(outputs.first == .packet(payload(0)))
        #expect(outputs.last == .packet(payload(1)))
        #expect(outputs.count { if case .packet = $0 { true } else { false } } == 2)
    }

    @Test("another source, and a big jump of the numbers, begin anew", arguments: [true, false])
    func restart(source: Bool) {
        var buffer = JitterBuffer()
        _ = play([(0, 0), (1, 0), (2, 0)], frames: 3, into: &buffer)
        let first = source ? packet(3, ssrc: 8) : packet(3, offset: 20_000)
        #expect(buffer.insert(first, now: at(60)) == .restarted)
        #expect(buffer.counters.restarts == 1)
        #expect(buffer.pop(now: at(80)) == .empty)
        #expect(buffer.pop(now: at(100)) == .packet(payload(3)))
    }

    @Test("a sender that begins again a little lower is believed after fifty packets")
    func lowerNumbers() {
        var buffer = JitterBuffer()
        _ = play((0..<100).map { ($0, $0 * 20) }, frames: 100, into: &buffer)
        let insertions = (0..<50).map { buffer.insert(packet($0 - 200), now: at(2_000 + $0)) }
        #expect(insertions.dropLast().allSatisfy { $0 == .late } && insertions.last == .restarted)
    }

    @Test("a burst larger than the buffer drops the oldest, and the memory stays bounded")
    func overflow() {
        var buffer = JitterBuffer()
        for number in 0..<100 { buffer.insert(packet(number), now: at(0)) }
        #expect(buffer.pop(now: at(0)) == .packet(payload(36)))
        #expect(buffer.counters.skipped == 36)
    }

    @Test("whatever the network does, packets come out at most once and in order", arguments: 0..<30)
    func property(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var arrivals: [(Int, Int)] = []
        for number in 0..<400 where Int.random(in: 0..<100, using: &random) >= 5 {
            let time = number * 20 + Int.random(in: 0..<80, using: &random)
            arrivals.append((number, time))
            if Int.random(in: 0..<20, using: &random) == 0 { arrivals.append((number, time + 7)) }
        }
        var buffer = JitterBuffer()
        let outputs = play(arrivals, frames: 430, into: &buffer)
        let played = outputs.compactMap { output -> Int? in
            guard case .packet(let payload) = output else { return nil }
            return Int(payload[1])
        }
        let steps = zip(played, played.dropFirst()).map { (256 + $1 - $0) % 256 }
        #expect(steps.allSatisfy { (1...20).contains($0) })
        #expect(played.count > 300)
        #expect(buffer.counters.received == arrivals.count)
    }
}
