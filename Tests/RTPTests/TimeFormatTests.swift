import RTP
import Testing
import Timing

@Suite("Times in reports")
struct TimeFormatTests {
    @Test("the epochs are 2 208 988 800 seconds apart, and fractions are binary")
    func epochs() {
        let epoch: UInt64 = 2_208_988_800
        #expect(NTPTime.timestamp(unixNanoseconds: 0) == epoch << 32)
        #expect(NTPTime.timestamp(unixNanoseconds: 1_500_000_000) == (epoch + 1) << 32 | 1 << 31)
        #expect(NTPTime.timestamp(unixNanoseconds: -5) == epoch << 32)
        #expect(NTPTime.middle(of: 0x1111_2222_3333_4444) == 0x2222_3333)
    }

    @Test("a receiver's reference time is echoed once, with the time since")
    func echo() throws {
        var times = ReferenceTimes()
        #expect(times.takeEcho(from: 1, now: .origin) == nil)
        let reference = ExtendedReport(ssrc: 8, blocks: [.receiverReferenceTime(ntp: 0x1111_2222_3333_4444)])
        times.handle(reference, now: .origin)
        let echo = try required(times.takeEcho(from: 1, now: .origin + .milliseconds(500)))
        #expect(echo.ssrc == 1)
        #expect(
            echo.blocks == [.delaySinceReceiverReference([.init(ssrc: 8, lastReference: 0x2222_3333, delay: 32_768)])])
        #expect(times.takeEcho(from: 1, now: .origin) == nil)
    }
}
