import Audio
import Simulation
import Testing

@Suite("A held playout buffer")
struct PlayoutHoldTests {
    private func ramp(_ count: Int, from first: Int = 0) -> [Int16] {
        (first..<(first + count)).map { Int16(truncatingIfNeeded: $0) }
    }

    private func buffer(_ count: Int, popped: Int = 0, isFinished: Bool = true) -> PlayoutBuffer {
        var buffer = PlayoutBuffer(rate: 16_000)
        _ = buffer.append(ramp(count), utterance: 1, generation: 0)
        if isFinished { _ = buffer.finish(utterance: 1) }
        for _ in 0..<popped { _ = buffer.pop() }
        return buffer
    }

    @Test("gives nothing, drops nothing, and takes in as before")
    func hold() {
        var buffer = buffer(960, popped: 1, isFinished: false)
        buffer.hold()
        #expect(buffer.isHeld && buffer.pop() == nil && buffer.count == 640)
        #expect(buffer.append(ramp(320, from: 960), utterance: 1, generation: 0) == .accepted(320))
        #expect(buffer.release() == 0)
        #expect((0..<3).flatMap { _ in buffer.pop()?.samples ?? [] } == ramp(960, from: 320))
    }

    @Test("goes back exactly as far as asked, any number of times, and nothing is lost", arguments: 0..<8)
    func rewind(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var buffer = buffer(40_000)
        var (heard, holds): ([Int16], Int) = ([], 0)
        while let frame = buffer.pop() {
            heard += frame.samples.prefix(frame.played)
            guard holds < 40, Int.random(in: 0..<8, using: &random) == 0 else { continue }
            holds += 1
            buffer.hold()
            let wanted = Int.random(in: 0...6_000, using: &random)
            let before = buffer.playback(of: 1)?.played ?? 0
            let distance = buffer.release(rewind: wanted)
            #expect(distance == min(wanted, before))
            #expect(buffer.playback(of: 1)?.played == before - distance)
            heard.removeLast(distance)
        }
        #expect(holds > 5)
        #expect(heard == ramp(40_000))
    }

    @Test("goes back two seconds at most, and never into the utterance before")
    func limits() {
        var long = buffer(16_000 * 5, popped: 200)
        long.hold()
        #expect(long.release(rewind: 1_000_000) == 32_000)
        var two = buffer(3_200, popped: 10)
        _ = two.append(ramp(3_200), utterance: 2, generation: 0)
        _ = two.pop()
        two.hold()
        #expect(two.release(rewind: 16_000) == 320)
        #expect(two.pop()?.utterance == 2)
    }

    @Test("an utterance whose last sample has left is over: there is nothing to go back to")
    func over() {
        var buffer = buffer(640, popped: 2)
        buffer.hold()
        #expect(buffer.release(rewind: 640) == 0 && buffer.pop() == nil)
    }

    @Test("an utterance finished during the hold can be gone back in, and else ends with a frame of silence")
    func finishing() {
        var back = buffer(640, popped: 2, isFinished: false)
        back.hold()
        #expect(back.finish(utterance: 1) == false)
        #expect(back.release(rewind: 320) == 320)
        #expect(back.pop()?.endsUtterance == true && back.pop() == nil)
        var ended = buffer(640, popped: 2, isFinished: false)
        ended.hold()
        _ = ended.finish(utterance: 1)
        _ = ended.release()
        let last = ended.pop()
        #expect(last?.played == 0 && last?.endsUtterance == true && last?.samples == .init(repeating: 0, count: 320))
        #expect(ended.playback(of: 1) == nil)
    }

    @Test("clearing ends the hold, and a release without a hold goes nowhere")
    func clearing() {
        var buffer = buffer(3_200, popped: 3)
        #expect(buffer.release(rewind: 320) == 0)
        buffer.hold()
        #expect(buffer.clear().map(\.played) == [960])
        #expect(!buffer.isHeld && buffer.release(rewind: 960) == 0)
        _ = buffer.append(ramp(320), utterance: 2, generation: 1)
        #expect(buffer.pop()?.utterance == 2)
    }

    @Test("the upcoming frame is the one that comes, and looking takes nothing")
    func upcoming() {
        var buffer = buffer(900)
        #expect(buffer.upcoming() == ramp(320) && buffer.upcoming() == ramp(320))
        for _ in 0..<3 { #expect(buffer.upcoming() == buffer.pop()?.samples) }
        #expect(buffer.upcoming() == nil)
    }
}
