import Simulation
import Testing
import Timing

@testable import Room

@Suite("The life of a connection") struct LifecycleTests {
    /// A lifecycle that is connected since a while.
    private func connected(_ timings: RoomTimings = RoomTimings()) -> Lifecycle {
        var lifecycle = Lifecycle(timings)
        _ = lifecycle.start()
        lifecycle.open(now: .origin)
        lifecycle.enter(now: .origin)
        lifecycle.establish(now: .origin)
        return lifecycle
    }

    private let later = Instant.origin + .seconds(60)

    @Test("every pause is drawn evenly below a limit that doubles up to seven seconds")
    func pauses() {
        var random = SeededGenerator(seed: 1)
        var sums = [Duration](repeating: .zero, count: 10)
        var longest = sums
        for _ in 0..<400 {
            var lifecycle = connected()
            for attempt in 0..<10 {
                #expect(lifecycle.lose(canResume: false, now: later, using: &random) == .pause(before: .restart))
                let pause = (lifecycle.deadline ?? later) - later
                sums[attempt] += pause
                longest[attempt] = max(longest[attempt], pause)
                lifecycle.open(now: later)
            }
            #expect(lifecycle.lose(canResume: false, now: later, using: &random) == .giveUp)
        }
        for attempt in 0..<10 {
            let limit = min(Duration.milliseconds(300) * (1 << attempt), .seconds(7))
            #expect(longest[attempt] <= limit && longest[attempt] > limit * 0.95)
            #expect(abs(sums[attempt].inSeconds / 400 - limit.inSeconds / 2) < limit.inSeconds * 0.06)
        }
    }

    @Test("only the first attempt after a session that worked resumes it")
    func resuming() {
        var random = SeededGenerator(seed: 1)
        var lifecycle = connected()
        #expect(lifecycle.lose(canResume: true, now: later, using: &random) == .pause(before: .resume))
        #expect(lifecycle.lose(canResume: true, now: later, using: &random) == .nothing, "one attempt is waiting")
        lifecycle.open(now: later)
        #expect(lifecycle.attempt == .resume && lifecycle.step == .opening && !lifecycle.isListenedTo)
        #expect(lifecycle.lose(canResume: true, now: later, using: &random) == .pause(before: .restart))
    }

    @Test("a server that never let us in is worth three more attempts")
    func first() {
        var random = SeededGenerator(seed: 1)
        var lifecycle = Lifecycle(RoomTimings())
        #expect(lifecycle.start() && !lifecycle.start())
        for _ in 0..<3 {
            lifecycle.open(now: .origin)
            #expect(lifecycle.lose(canResume: false, now: .origin, using: &random) == .pause(before: .connect))
        }
        lifecycle.open(now: .origin)
        #expect(lifecycle.lose(canResume: false, now: .origin, using: &random) == .giveUp)
    }

    @Test("before the beginning and after the end nothing is lost")
    func outside() {
        var random = SeededGenerator(seed: 1)
        var lifecycle = Lifecycle(RoomTimings())
        #expect(lifecycle.lose(canResume: true, now: later, using: &random) == .nothing)
        lifecycle = connected()
        lifecycle.close()
        #expect(lifecycle.lose(canResume: true, now: later, using: &random) == .nothing && lifecycle.deadline == nil)
    }
}
