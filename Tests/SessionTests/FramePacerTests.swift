import Session
import Testing
import Timing

private func at(_ milliseconds: Int64) -> Instant { Instant(nanoseconds: milliseconds * 1_000_000) }

@Test("frames are due every 20 ms by the clock, however late they are taken")
func latenessNeverAddsUp() {
    var pacer = FramePacer(first: at(20))
    var frames = 0
    for step in 1...500 {
        // Each tick comes 7 ms late, as on a busy loop.
        frames += pacer.due(now: at(Int64(step) * 20 + 7)).frames
    }
    #expect(frames == 500)
    #expect(pacer.next == at(20 * 501))
}

@Test("calls that begin within 5 ms have their frames due at the same time, and none sooner than after 20 ms")
func sharedGrid() {
    for nanosecond: Int64 in [1, 2_000_000, 4_999_999, 5_000_000] {
        #expect(FramePacer(after: Instant(nanoseconds: nanosecond)).next == at(25))
    }
    #expect(FramePacer(after: at(0)).next == at(20))
    #expect(FramePacer(after: Instant(nanoseconds: 5_000_001)).next == at(30))
}

@Test("waking early changes nothing")
func wakingEarly() {
    var pacer = FramePacer(first: at(20))
    let due = pacer.due(now: at(19))
    #expect(due.frames == 0)
    #expect(due.skipped == 0)
    #expect(pacer.next == at(20))
}

@Test(
    "a delay is made up for, up to three frames; the rest is given up",
    arguments: [(25, 1, 0), (45, 2, 0), (65, 3, 0), (500, 3, 22)])
func catchingUp(late: Int64, frames: Int, skipped: Int) {
    var pacer = FramePacer(first: at(20))
    let due = pacer.due(now: at(late))
    #expect(due.frames == frames)
    #expect(due.skipped == skipped)
    #expect(pacer.next > at(late))
    #expect(pacer.next <= at(late + 20))
}
