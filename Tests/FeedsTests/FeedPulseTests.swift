import Feeds
import Simulation
import Testing
import Timing

@Suite("When a feed speaks by itself") struct FeedPulseTests {
    private let start = Instant.origin

    private func pulse(interactive: Bool = true) -> FeedPulse {
        FeedPulse(FeedTimings(), isInteractive: interactive, now: start)
    }

    /// Everything but reviews and renewals, by the second in which it is due.
    private func beats(_ pulse: inout FeedPulse, until end: Int, each: (inout FeedPulse, Int) -> Void = { _, _ in })
        -> [Int: [FeedPulse.Beat]]
    {
        var beats: [Int: [FeedPulse.Beat]] = [:]
        for second in 1...end {
            each(&pulse, second)
            let due = pulse.due(now: start + .seconds(second)).filter { $0 != .review && $0 != .renewLeases }
            if !due.isEmpty { beats[second] = due }
        }
        return beats
    }

    @Test("a heartbeat after 15 idle seconds, a ping every 20, the end after 45 of silence")
    func idle() {
        var pulse = pulse()
        #expect(
            beats(&pulse, until: 45) == [
                15: [.heartbeat], 20: [.ping], 30: [.heartbeat], 40: [.ping], 45: [.end(.silent)],
            ])
    }

    @Test("frames that are sent put heartbeats off; a client that answers pings stays")
    func lively() {
        var pulse = pulse()
        let seen = beats(&pulse, until: 100) { pulse, second in
            if second % 10 == 0 { pulse.sent(now: start + .seconds(second)) }
            if second % 20 == 1 { pulse.heard(now: start + .seconds(second)) }
        }
        #expect(seen == [20: [.ping], 40: [.ping], 60: [.ping], 80: [.ping], 100: [.ping]])
    }

    @Test("over SSE nobody is pinged or given up for silence")
    func deaf() {
        var pulse = pulse(interactive: false)
        #expect(Set(beats(&pulse, until: 100).values) == [[.heartbeat]])
    }

    @Test("a connection that stays full for ten seconds ends, one that empties in between does not")
    func full() {
        var pulse = pulse()
        pulse.full(true, now: start + .seconds(1))
        pulse.full(true, now: start + .seconds(9))
        #expect(pulse.due(now: start + .milliseconds(10_999)).contains(.end(.tooSlow)) == false)
        #expect(pulse.due(now: start + .seconds(11)) == [.end(.tooSlow)])
        pulse.full(false, now: start + .seconds(11))
        #expect(!pulse.due(now: start + .seconds(12)).contains(.end(.tooSlow)))
    }

    @Test("a token's end is announced a minute before, once, and a new token starts anew")
    func expiry() {
        var pulse = pulse(interactive: false)
        pulse.holds(until: start + .seconds(100))
        var seen = beats(&pulse, until: 100).filter { $0.value != [.heartbeat] }
        #expect(seen == [40: [.warnOfExpiry], 100: [.end(.unauthenticated)]])
        pulse.holds(until: start + .seconds(200))
        seen = beats(&pulse, until: 150).filter { $0.value.contains(.warnOfExpiry) }
        #expect(seen.keys.sorted() == [140])
        pulse.holds(until: nil)
        #expect(!pulse.due(now: start + .seconds(900)).contains(.end(.unauthenticated)))
    }

    @Test("a feed of a session that is over ends a second after its last event")
    func over() {
        var pulse = pulse()
        pulse.over(now: start)
        pulse.over(now: start + .milliseconds(600))
        #expect(pulse.due(now: start + .milliseconds(1_500)).isEmpty)
        #expect(pulse.due(now: start + .milliseconds(1_600)) == [.end(.ended)])
    }

    @Test("waking at the time it names makes progress, waking before changes nothing", arguments: 0..<20)
    func progress(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var pulse = pulse()
        var now = start
        for _ in 0..<200 {
            switch Int.random(in: 0..<4, using: &random) {
            case 0: pulse.sent(now: now)
            case 1: pulse.heard(now: now)
            case 2: pulse.full(Bool.random(using: &random), now: now)
            default: pulse.holds(until: Bool.random(using: &random) ? now + .seconds(90) : nil)
            }
            let next = pulse.next
            if next > now {
                let before = pulse
                #expect(pulse.due(now: next - .nanoseconds(1)).isEmpty)
                #expect(pulse == before)
            }
            now = max(now, next)
            #expect(!pulse.due(now: now).isEmpty)
        }
    }
}
