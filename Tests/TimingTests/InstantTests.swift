import Testing
import Timing

@Suite("Instants") struct InstantTests {
    @Test(
        "a duration added and taken away again leads back",
        arguments: [0, 1, 999_999_999, 86_400_000_000_000] as [Int64])
    func arithmetic(_ nanoseconds: Int64) {
        let duration = Duration.nanoseconds(nanoseconds)
        let later = Instant.origin + duration
        #expect(later - .origin == duration)
        #expect(later - duration == .origin)
        #expect(Instant.origin - later == .zero - duration)
        var moved = Instant.origin
        moved += duration
        #expect(moved == later)
    }

    @Test("a later instant is greater")
    func order() {
        #expect(Instant.origin < .origin + .nanoseconds(1))
        #expect(Instant(nanoseconds: -1) < .origin)
        #expect(max(Instant.origin, Instant(nanoseconds: 5)).nanoseconds == 5)
    }

    @Test("the monotonic clock does not go back")
    func monotonic() {
        let readings = (0..<1000).map { _ in Instant.monotonic() }
        #expect(readings == readings.sorted())
    }
}
