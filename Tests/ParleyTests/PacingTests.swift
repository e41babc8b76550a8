import Testing
import Timing

@testable import parley

@Suite("The caller's pace") struct PacingTests {
    @Test("a late wake-up is caught up, and the deadlines stay where they were")
    func catchUp() {
        var pacing = Pacing(from: .origin)
        #expect(pacing.due(now: .origin) == 1)
        #expect(pacing.due(now: .origin + .milliseconds(19)) == 0)
        #expect(pacing.due(now: .origin + .milliseconds(47)) == 2)
        #expect(pacing.next == .origin + .milliseconds(60))
    }

    @Test("after a long sleep only a few frames are sent")
    func longSleep() {
        var pacing = Pacing(from: .origin)
        #expect(pacing.due(now: .origin + .seconds(10)) == 5)
        #expect(pacing.next == .origin + .milliseconds(10_020))
    }
}
