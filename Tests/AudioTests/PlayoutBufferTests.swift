import Audio
import Simulation
import Testing

@Suite("Playout buffer")
struct PlayoutBufferTests {
    private func ramp(_ count: Int, from first: Int = 0) -> [Int16] {
        (first..<(first + count)).map { Int16(truncatingIfNeeded: $0) }
    }

    @Test("what went in in pieces of any size comes out in frames of 20 ms", arguments: 0..<10)
    func pieces(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var buffer = PlayoutBuffer(rate: 16_000)
        let whole = ramp(5_000)
        var (rest, heard): (ArraySlice<Int16>, [Int16]) = (whole[...], [])
        while !rest.isEmpty {
            let piece = rest.prefix(Int.random(in: 1...700, using: &random))
            rest = rest.dropFirst(piece.count)
            #expect(buffer.append(Array(piece), utterance: 1, generation: 0) == .accepted(piece.count))
            if Bool.random(using: &random), let frame = buffer.pop() { heard += frame.samples }
        }
        #expect(buffer.finish(utterance: 1) == false)
        while let frame = buffer.pop() { heard += frame.samples }
        #expect(heard == whole + [Int16](repeating: 0, count: 120))
        #expect(buffer.isEmpty)
    }

    @Test("the beginning of a frame waits until the rest comes or the utterance is finished")
    func partial() {
        var buffer = PlayoutBuffer(rate: 16_000)
        _ = buffer.append(ramp(300), utterance: 4, generation: 0)
        #expect(buffer.pop() == nil)
        #expect(buffer.finish(utterance: 4) == false)
        let frame = buffer.pop()
        #expect(frame?.played == 300 && frame?.samples.count == 320 && frame?.endsUtterance == true)
        #expect(buffer.pop() == nil)
    }

    @Test("finishing what is played already reports the end at once")
    func finishAfterwards() {
        var buffer = PlayoutBuffer(rate: 16_000)
        _ = buffer.append(ramp(320), utterance: 4, generation: 0)
        #expect(buffer.pop()?.endsUtterance == false)
        #expect(buffer.finish(utterance: 4) == true)
        #expect(buffer.finish(utterance: 99) == true)
    }

    @Test("beyond its room nothing is accepted, and says how much was")
    func full() {
        var buffer = PlayoutBuffer(rate: 8_000, room: .seconds(1))
        #expect(buffer.append(ramp(5_000), utterance: 1, generation: 0) == .accepted(5_000))
        #expect(buffer.append(ramp(5_000), utterance: 1, generation: 0) == .accepted(3_000))
        #expect(buffer.append(ramp(1), utterance: 1, generation: 0) == .accepted(0))
        #expect(buffer.duration == .seconds(1))
        _ = buffer.pop()
        #expect(buffer.append(ramp(500), utterance: 1, generation: 0) == .accepted(160))
    }

    @Test(
        "clearing tells what was played of each utterance, and begins a generation that refuses the old one's samples")
    func clear() {
        var buffer = PlayoutBuffer(rate: 16_000)
        _ = buffer.append(ramp(1_000), utterance: 1, generation: 0)
        _ = buffer.append(ramp(500), utterance: 2, generation: 0)
        _ = buffer.pop()
        _ = buffer.pop()
        let playbacks = buffer.clear()
        #expect(playbacks.map(\.utterance) == [1, 2])
        #expect(playbacks.map(\.played) == [640, 0] && playbacks.map(\.remaining) == [360, 500])
        #expect(buffer.generation == 1 && buffer.isEmpty && buffer.pop() == nil)
        #expect(buffer.append(ramp(10), utterance: 1, generation: 0) == .stale)
        #expect(buffer.append(ramp(10), utterance: 3, generation: 1) == .accepted(10))
    }

    @Test("a frame carries one utterance only, and the next begins with its own frame")
    func boundary() {
        var buffer = PlayoutBuffer(rate: 16_000)
        _ = buffer.append(ramp(400), utterance: 1, generation: 0)
        _ = buffer.finish(utterance: 1)
        _ = buffer.append(ramp(320, from: 400), utterance: 2, generation: 0)
        #expect(buffer.pop()?.utterance == 1)
        let second = buffer.pop()
        #expect(second?.played == 80 && second?.endsUtterance == true)
        #expect(buffer.pop()?.samples == ramp(320, from: 400))
        #expect(buffer.append(ramp(1), utterance: 2, generation: 0) == .accepted(1))
    }

    @Test("samples for an utterance that another has followed are refused")
    func order() {
        var buffer = PlayoutBuffer(rate: 16_000)
        _ = buffer.append(ramp(400), utterance: 1, generation: 0)
        _ = buffer.append(ramp(400), utterance: 2, generation: 0)
        #expect(buffer.append(ramp(10), utterance: 1, generation: 0) == .stale)
    }

    @Test("memory that is given back serves the next frame, which has its own samples and not the old ones")
    func recycling() throws {
        var buffer = PlayoutBuffer(rate: 16_000)
        _ = buffer.append(ramp(1_000), utterance: 1, generation: 0)
        let firstPopped = buffer.pop()
        var first = try #require(firstPopped)
        buffer.recycle(&first.samples)
        #expect(first.samples.isEmpty)
        #expect(buffer.pop()?.samples == ramp(320, from: 320))
        _ = buffer.finish(utterance: 1)
        let thirdPopped = buffer.pop()
        var third = try #require(thirdPopped)
        buffer.recycle(&third.samples)
        let lastPopped = buffer.pop()
        let last = try #require(lastPopped)
        #expect(last.samples == ramp(40, from: 960) + [Int16](repeating: 0, count: 280))
    }
}
