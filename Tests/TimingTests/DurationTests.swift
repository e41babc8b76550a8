import Testing
import Timing

@Suite("Durations in units") struct DurationTests {
    @Test(
        "a duration is the same in every unit",
        arguments: [
            (.milliseconds(1500), 1_500_000_000), (.zero, 0), (.nanoseconds(1), 1), (.seconds(-2), -2_000_000_000),
            (.milliseconds(-1), -1_000_000), (.seconds(3600), 3_600_000_000_000),
        ] as [(Duration, Int64)])
    func units(_ duration: Duration, _ nanoseconds: Int64) {
        #expect(duration.nanoseconds == nanoseconds)
        #expect(duration.inMilliseconds == Double(nanoseconds) / 1e6)
        #expect(duration.inSeconds == Double(nanoseconds) / 1e9)
    }
}
