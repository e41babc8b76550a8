@testable import Speech
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
        var random = SplitMix(state: 3)
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
