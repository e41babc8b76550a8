import Dialogue
import Testing
import Timing

@Suite("Where the time of a turn went")
struct StageTests {
    private func timings(_ numbers: TurnTaking = TurnTaking(), _ change: (inout Play) -> Void) throws -> TurnTimings {
        var play = Play(numbers)
        play.joins()
        play.callerSpeaks(from: 2_000, to: 2_800)
        play.recognizer = [.text("What are your hours?", after: 100)]
        change(&play)
        play.run(until: 9_000)
        #expect(play.latencies.count == 1)
        return try #require(play.latencies.first)
    }

    @Test("words that were here before the end cost nothing after it")
    func ready() throws {
        let timings = try timings { $0.graph = [.text("At nine.", after: 40)] }
        #expect(timings.recognition == .zero && timings.thinking == .milliseconds(40))
        #expect(timings.firstByte == .milliseconds(80) && timings.queueing == .zero)
        #expect(timings.playout <= .milliseconds(20) && timings.overhead <= .milliseconds(40))
        #expect(timings.synthesis == timings.firstByte + timings.playout)
    }

    @Test("words that came after the wait cost the rest of their time")
    func late() throws {
        let early = try timings { _ in }
        let late = try timings { $0.recognizer = [.text("What are your hours?", after: 900)] }
        #expect(late.endpointing == early.endpointing)
        #expect(late.endpointing + late.recognition == .milliseconds(1_000))
        #expect(late.overhead <= .milliseconds(40))
    }

    @Test("the stages are the whole")
    func sum() throws {
        for numbers in [TurnTaking(), .simple, .plain] {
            let timings = try timings(numbers) { $0.graph = [.text("At nine.", after: 333)] }
            let stages =
                timings.endpointing + timings.recognition + timings.thinking + timings.queueing + timings.firstByte
                + timings.playout
            #expect(timings.total >= stages && timings.total - stages <= .milliseconds(20))
        }
    }

    @Test("a reply that has to wait for news waits in the queue")
    func queueing() throws {
        let timings = try timings {
            $0.graph = [.text("At nine.", after: 100)]
            $0.at(2_500, .announcement(Announcement(id: "n", text: "Sarah is free.", priority: .interrupt)))
        }
        #expect(timings.queueing > .milliseconds(300))
    }
}
