@testable import Speech
import Simulation
import Testing

@Suite("The recogniser's inbox is bounded")
struct RecognitionInboxTests {
    @Test("past its capacity the oldest samples are dropped")
    func dropsOldest() {
        var inbox = RecognitionInbox(capacity: 6400)
        for value in 0..<4 { inbox.add(.samples([Int16](repeating: Int16(value), count: 3200))) }
        #expect(inbox.waitingSamples == 6400)
        #expect(inbox.droppedSamples == 6400)
        #expect(inbox.next() == .samples([Int16](repeating: 2, count: 3200)))
    }

    @Test("small pieces are joined, and order is kept around a finish")
    func order() {
        var inbox = RecognitionInbox(capacity: 100_000)
        inbox.add(.samples([1]))
        inbox.add(.samples([2]))
        inbox.add(.finish(1))
        inbox.add(.samples([3]))
        #expect(inbox.next() == .samples([1, 2]))
        #expect(inbox.next() == .finish(1))
        #expect(inbox.next() == .samples([3]))
        #expect(inbox.next() == nil)
    }

    @Test("a minute that comes at once is taken in steps of 200 ms", arguments: [0, 100, 3200])
    func longPiece(_ before: Int) {
        var inbox = RecognitionInbox(capacity: 70 * 16_000)
        let samples = (0..<(60 * 16_000)).map { Int16(truncatingIfNeeded: $0) }
        inbox.add(.samples(Array(samples[..<before])))
        inbox.add(.samples(Array(samples[before...])))
        var taken: [Int16] = []
        while case .samples(let step) = inbox.next() {
            #expect(step.count <= 3200)
            taken += step
        }
        #expect(taken == samples)
        #expect(inbox.waitingSamples == 0)
    }

    @Test("a restart forgets only the utterance at hand")
    func restart() {
        var inbox = RecognitionInbox(capacity: 100_000)
        inbox.add(.samples([1]))
        inbox.add(.finish(1))
        inbox.add(.samples([2]))
        inbox.add(.restart(vocabulary: "date"))
        #expect(inbox.next() == .samples([1]))
        #expect(inbox.next() == .finish(1))
        #expect(inbox.next() == .restart(vocabulary: "date"))
        #expect(inbox.isEmpty)
    }

    @Test("the noise meter tells a quiet line from a noisy one", arguments: [(10, true), (400, false)])
    func noise(_ level: Int, _ isQuiet: Bool) {
        var meter = NoiseMeter()
        var random = SeededGenerator(seed: 3)
        for frame in 0..<200 {
            let amplitude = frame % 3 == 0 ? 4000 : level
            let frame = (0..<320).map { _ in
                Int16(Int(random.next() % UInt64(2 * amplitude + 1)) - amplitude)
            }
            meter.add(frame)
        }
        #expect(meter.signalToNoise.map { $0 >= 28 } == isQuiet)
    }
}
